// What a report is asked to be, as one program hands it to another: `goho report` reads the command line, and the
// program that can draw makes the file. JSON with the names of the members; made and read here alone.
#pragma once

#include "core/format.hpp"
#include "core/problem.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace goho::io {

struct ReportRequest {
    std::vector<std::string> files;     // scenarios, the base first
    std::string plan;                   // the one that is proposed: a file among them; empty: the second, or the only one
    std::string output;                 // .pdf or .html
    Language language = Language::english;
    MoneyUnit unit = MoneyUnit::thousand;
    std::string client, title, prepared_for, prepared_by, date;  // as printed; the date as 2027-04-01
    std::vector<std::string> sections;  // ids; empty: all
    std::uint64_t trials = 0;           // of chance; 0: none
    std::uint64_t seed = 1;
    std::string benchmark;              // a file of thresholds; empty: as the scenarios pin it
    bool hide_client = false;
    friend bool operator==(const ReportRequest&, const ReportRequest&) = default;
};

std::string request_text(const ReportRequest& request);
Result<ReportRequest> read_request(std::string_view text);

}  // namespace goho::io
