/* tslint:disable */
/* eslint-disable */
export * from './ArticlesApi';
export * from './DatesApi';
export * from './ProblemsApi';
export * from './SourcesApi';
