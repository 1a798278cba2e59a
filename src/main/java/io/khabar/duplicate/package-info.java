/**
 * Finds out which articles are copies of others.
 *
 * <p>What holds, once the change log is followed to its end:
 *
 * <ol>
 *   <li>An article that is a duplicate names one that is none, is earlier ({@link io.khabar.duplicate.Seniority}), and
 *       whose text is alike ({@link io.khabar.duplicate.Fingerprint}): each pair is compared, nothing follows from
 *       "a copy of a copy".
 *   <li>No two articles that are no duplicates are alike, as far as their bands show it.
 * </ol>
 *
 * <p>So an article may be like the copies of another one and not like that itself: it is none of them then. Groups are
 * parted by the earliest ({@link io.khabar.duplicate.Election}), and elect again when that leaves, changes its text or its
 * date.
 *
 * <p>It is done behind the writes, by one process at a time that follows the change log, so that writing stays as fast as
 * it is; lists know of a copy some tenths of a second after it was written. Articles get no new version by it, but the log
 * has an entry for each that is told to be the duplicate of another one, or of none: that brings it into the search index
 * and to those who keep a copy. Of a group of more than 100 that gets another earliest article only the old and the new
 * one have an entry ({@link io.khabar.duplicate.Regrouping}).
 */
@NullMarked
package io.khabar.duplicate;

import org.jspecify.annotations.NullMarked;
