#include "document/workbook.hpp"

#include "support/files.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

/// A client's plan beside that of another client, which it names.
struct Clients {
    Folder folder{"manufacturer"};
    fs::path base = folder / "manufacturer/base.json", nosy = folder / "client/plan.json";
    Clients() { write(nosy, R"({"format": 1, "extends": "../manufacturer/base.json"})"); }
};

}  // namespace

TEST_CASE("reach: a file does not open one outside of its folder unasked") {
    const Clients clients;
    Workbook book;
    const auto opened = book.open({clients.nosy});
    REQUIRE(opened.problems.size() == 1);
    CHECK(opened.problems.front().code == "out-of-reach");
    CHECK(opened.problems.front().pointer == "/extends");
    CHECK(book.find(clients.base) == no_sheet);
    REQUIRE(opened.sheets.size() == 1);
    CHECK_FALSE(book.merged(opened.sheets.front()));
}

TEST_CASE("reach: a base that is open already may be built on") {
    const Clients clients;
    Workbook book;
    const auto opened = book.open({clients.base, clients.nosy});
    CHECK(opened.problems.empty());
    CHECK(book.merged(opened.sheets.at(1)));
}

TEST_CASE("reach: the user is asked, and asked no more after a yes") {
    const Clients clients;
    int asked = 0;
    bool answer = false;
    const auto ask = [&](const fs::path& file, const fs::path& named) {
        ++asked;
        CHECK(file.filename() == "plan.json");
        CHECK(named.filename() == "base.json");
        return answer;
    };
    {
        Workbook book;
        book.ask_before_reaching(ask);
        CHECK(book.open({clients.nosy}).problems.size() == 1);
        CHECK(asked == 1);
    }
    answer = true;
    for (int time = 0; time < 2; ++time) {
        Workbook book;
        book.ask_before_reaching(ask);
        CHECK(book.open({clients.nosy}).problems.empty());
        CHECK(asked == 2);
    }
}
