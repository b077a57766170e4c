#include "io/report_request.hpp"

#include <doctest/doctest.h>

using namespace goho;

TEST_CASE("report request: what one program writes the other reads") {
    io::ReportRequest request;
    request.files = {"base.json", "計画 2.json"};
    request.plan = "計画 2.json";
    request.output = "out \"1\".pdf";
    request.language = Language::japanese;
    request.unit = MoneyUnit::million;
    request.client = "株式会社\n例";
    request.sections = {"cash"};
    request.trials = 1000;
    request.seed = 18446744073709551615ULL;
    request.hide_client = true;
    const auto read = io::read_request(io::request_text(request));
    REQUIRE(read);
    CHECK(*read.value == request);
}

TEST_CASE("report request: what is no request is a problem") {
    for (const char* text : {"", "{}", "[1]", "{\"files\":3}", "nonsense"}) {
        CAPTURE(text);
        const auto read = io::read_request(text);
        CHECK_FALSE(read);
        CHECK_FALSE(read.problems.empty());
    }
}
