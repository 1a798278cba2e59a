-- Requests for wrk. Arguments: what to send (get, list, create, or a fixed address), number of articles, the API key.
-- Every thread has a seed of its own; ids, sources and years are those of DataSet.java.

local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

local function random_id()
    return string.format("01900000-0000-7000-8000-%012d", math.random(1, articles))
end

-- Two dates are derived from it, which is what news texts have on average.
local text = string.rep("أعلنت الحكومة عن خطة جديدة لدعم قطاع الزراعة في المحافظات الشرقية من البلاد. ", 14)
    .. "وبدأ العمل بها يوم الأحد، بعد دراسة استمرت منذ عام 2019."

local function new_article()
    sent = sent + 1
    local unique = string.format("%d-%d-%d", os.time(), number, sent)
    return wrk.format("POST", "/v1/articles", headers, string.format(
        '{"source":"source-%03d","url":"https://bench.example/%s","externalId":"bench-%s","title":"خطة جديدة لدعم الزراعة",'
        .. '"lead":"أعلنت الحكومة اليوم عن خطة جديدة.","body":"%s","language":"ar","authors":["ليلى حداد"],'
        .. '"section":"economy","keywords":["زراعة","حكومة","اقتصاد"],"published":"2025-11-%02dT08:30:00Z"}',
        math.random(1, 200), unique, unique, text, math.random(1, 28)))
end

-- Words as DataSet.java makes them, by rank; what is asked for is neither the commonest nor very rare.
local letters = {
    {"ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ق", "م", "ن", "ج", "ح", "خ"},
    {"b", "d", "f", "g", "j", "k", "m", "n", "p", "q", "r", "t", "v", "w", "x", "z"},
}

local function word(language, rank)
    local made = ""
    local rest = rank * 7 + 4096
    while rest > 0 do
        made = made .. letters[language][rest % 16 + 1]
        rest = math.floor(rest / 16)
    end
    return made
end

-- By Zipf's law between two ranks: the logarithm of the rank is even.
local function rank()
    return math.floor(80 * (1500 / 80) ^ math.random())
end

local function escape(text)
    return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function query()
    local language = math.random(1, 10) <= 6 and 1 or 2
    return escape(word(language, rank())) .. "%20" .. escape(word(language, rank()))
end

-- What somebody has typed so far: some letters of a word, or a word and some letters of the next one.
local function typed()
    local language = math.random(1, 10) <= 6 and 1 or 2
    local last = word(language, rank())
    -- An Arabic letter has two octets.
    local begun = escape(last:sub(1, math.random(1, 3) * (language == 1 and 2 or 1)))
    return math.random(1, 2) == 1 and begun or escape(word(language, rank())) .. "%20" .. begun
end

local function get(address)
    return function() return wrk.format("GET", address()) end
end

local makers = {
    search = get(function() return "/v1/articles?q=" .. query() end),
    ["search-highlight"] = get(function() return "/v1/articles?highlight=title,body&q=" .. query() end),
    ["facets-query"] = get(function() return "/v1/facets?by=source,language,section,keyword&q=" .. query() end),
    ["facets-filter"] = get(function()
        return string.format("/v1/facets?by=source,language,section,keyword&source=source-%03d&published=%d",
            math.random(1, 20), math.random(2016, 2025))
    end),
    ["calendar-query"] = get(function()
        return string.format("/v1/calendar?by=month&role=published&published=%d&q=%s", math.random(2016, 2025), query())
    end),
    suggest = get(function() return "/v1/suggest?q=" .. typed() end),
    similar = get(function() return "/v1/articles/" .. random_id() .. "/similar" end),
    get = function() return wrk.format("GET", "/v1/articles/" .. random_id()) end,
    list = function()
        return wrk.format("GET", string.format("/v1/articles?source=source-%03d&published=%d",
            math.random(1, 20), math.random(2016, 2025)))
    end,
    create = new_article,
}

function init(arguments)
    articles = tonumber(arguments[2])
    headers = { ["Content-Type"] = "application/json", ["X-API-Key"] = arguments[3] }
    sent = 0
    math.randomseed(os.time() * 31 + number)
    local maker = makers[arguments[1]]
    if maker then
        request = maker
    else
        local fixed = wrk.format("GET", arguments[1])
        request = function() return fixed end
    end
end

-- One line for the benchmark: requests, microseconds, median and 99th percentile in microseconds, failures.
function done(summary, latency, _)
    local errors = summary.errors
    print(string.format("RESULT %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
        latency:percentile(99), errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
