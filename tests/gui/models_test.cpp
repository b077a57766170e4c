#include "models/cell_text.hpp"
#include "models/levers_model.hpp"
#include "models/statement_model.hpp"
#include "models/tables.hpp"
#include "runner/engine.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

struct Answered {
    Workbook book;
    Engine engine;
    std::shared_ptr<const Answer> answer;
    Answered() {
        book.open({scenarios / "manufacturer/base.json", scenarios / "manufacturer/price_up.json",
                   scenarios / "manufacturer/investment_plan.json"});
        ask();
    }
    void ask() { answer = engine.answer(book.snapshot(), {}); }
    const std::shared_ptr<const analysis::Study>& study(std::size_t i) const { return answer->scenarios[i]->study; }
};

const accounting::StatementLayout& layout(std::string_view name) {
    for (const auto& one : accounting::statement_layouts) {
        if (one.name == name) return one;
    }
    return accounting::statement_layouts[0];
}

QString text(const QAbstractItemModel& model, int row, int column, int role = Qt::DisplayRole) {
    return model.index(row, column).data(role).toString();
}

}  // namespace

TEST_CASE("cell text: money in the unit chosen, △ in Japanese, a dash for what cannot be reckoned") {
    Shown shown{Language::japanese, MoneyUnit::million};
    CHECK(cell_text(-12'345'678.0, "yen", shown).toStdString() == "△12.3");
    CHECK(cell_text(0.0345, "fraction", shown).toStdString() == "3.5%");
    CHECK(cell_text({}, "yen", shown).toStdString() == "–");
    CHECK(difference_text(5e6, 2e6, "yen", shown).toStdString() == "+3.0");
    CHECK(difference_text(0.05, 0.03, "fraction", shown).toStdString() == "+2.0pt");
    CHECK(difference_text(2e6, 2e6, "yen", shown).isEmpty());
    CHECK(difference_or_same(2e6, 2e6, "yen", shown) == QStringLiteral("±0"));
    CHECK(difference_or_same(5e6, 2e6, "yen", shown).toStdString() == "+3.0");
    CHECK(difference_or_same(2e6, {}, "yen", shown).isEmpty());
    shown.difference = DifferenceMode::percent;
    CHECK(difference_text(-1e6, 2e6, "yen", shown).toStdString() == "△150.0%");
    CHECK(difference_text(1.0, 0.0, "yen", shown).isEmpty());
    shown.difference = DifferenceMode::off;
    CHECK(difference_text(5e6, 2e6, "yen", shown).isEmpty());
    CHECK(unit_text("yen", shown).toStdString() == "百万円");
}

TEST_CASE("statements: every layout by year and by month, with differences, passes the tester") {
    Answered a;
    StatementModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    CHECK(model.rowCount() == 0);
    for (const auto& one : accounting::statement_layouts) {
        for (const bool by_month : {false, true}) {
            Shown shown{Language::japanese};
            shown.by_month = by_month;
            model.set(one, a.study(1), a.study(0), shown);
            CHECK(model.rowCount() == static_cast<int>(one.rows.size()));
            CHECK(model.columnCount() == (by_month ? 120 : 10));
        }
    }
    Shown shown;
    model.set(layout("statutory"), a.study(1), a.study(0), shown);
    const auto& year = a.study(1)->fiscal_years[3];
    CHECK(text(model, 0, 3) == cell_text(year.books.net_sales, "yen", shown));
    CHECK(model.index(0, 3).data(value_role).toDouble() == year.books.net_sales);
    CHECK(model.index(0, 3).data(difference_value_role).toDouble() ==
          year.books.net_sales - a.study(0)->fiscal_years[3].books.net_sales);
    CHECK(model.index(0, 3).data(better_role).toInt() ==
          (model.index(0, 3).data(difference_value_role).toDouble() > 0.0 ? 1 : -1));
    CHECK(model.index(0, 3).data(month_role).toInt() == 47);
    CHECK(text(model, 0, 3, variable_role) == QStringLiteral("net_sales"));
    CHECK(model.headerData(0, Qt::Vertical).toString() == QStringLiteral("Net sales"));
    model.set(layout("statutory"), a.study(0), a.study(0), shown);
    CHECK(text(model, 0, 3, difference_role).isEmpty());
    model.set(layout("statutory"), nullptr, nullptr, shown);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("statements: new figures keep the place of a view, another shape does not") {
    Answered a;
    StatementModel model;
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset), changed(&model, &QAbstractItemModel::dataChanged);
    model.set(layout("cash"), a.study(0), a.study(0), {});
    a.book.set_number(a.book.base(), "/segments/machined_parts/price", 2500);
    const auto before = a.study(0);
    a.ask();
    model.set(layout("cash"), a.study(0), before, {});
    CHECK(reset.count() == 1);
    CHECK(changed.count() == 1);
    Shown months;
    months.by_month = true;
    model.set(layout("cash"), a.study(0), before, months);
    CHECK(reset.count() == 2);
}

TEST_CASE("tables: key figures, gates, comparison, differences and problems pass the tester in both languages") {
    Answered a;
    TableModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    for (const Language language : {Language::english, Language::japanese}) {
        const Shown shown{language};
        model.set(key_figure_table(*a.study(1), a.study(0).get(), shown));
        CHECK(model.rowCount() == static_cast<int>(stakeholders::indicators().size()));
        CHECK(model.columnCount() == 10);
        model.set(key_figure_table(*a.study(1), nullptr, shown, Stakeholder::customers));
        CHECK((model.rowCount() > 0 && model.rowCount() < static_cast<int>(stakeholders::indicators().size())));
        model.set(gate_table(*a.study(2), shown));
        CHECK(model.rowCount() >= static_cast<int>(a.study(2)->targets.size()));
        CHECK(model.index(0, 0).data(verdict_role).toInt() >= 0);
        model.set(comparison_table(*a.answer->comparison, shown));
        CHECK(model.columnCount() == 9);
        CHECK(text(model, 0, 0) == cell_text(a.answer->comparison->contenders[0].cells[0][0].value, "yen", shown));
        model.set(difference_table(*a.answer->comparison, 1, shown));
        CHECK(model.rowCount() == static_cast<int>(a.answer->comparison->contenders[1].differences.size()));
        CHECK_FALSE(text(model, 0, 3).isEmpty());
        model.set(difference_table(*a.answer->comparison, 7, shown));
        CHECK(model.rowCount() == 0);
    }
    a.book.set_value(a.book.base(), "/segments/machined_parts/price", "dear");
    a.ask();
    model.set(problem_table(*a.answer, {}));
    CHECK(model.rowCount() == 3);
    CHECK(text(model, 0, 1) == QStringLiteral("base.json"));
    CHECK(text(model, 0, 0, pointer_role) == QStringLiteral("/segments/machined_parts/price"));
    CHECK(model.index(0, 0).data(sheet_role).toInt() == a.book.base());
}

TEST_CASE("levers model: a tree by section that can be searched and typed into") {
    Answered a;
    const SheetId id = a.book.sheets()[1];
    LeversModel model;
    LeversFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, fatal), filter_tester(&filter, fatal);
    model.set(levers(*a.book.merged(id), *a.book.reference(id)), Shown{Language::japanese});
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("主なレバー"));
    CHECK(model.rowCount() > 20);

    filter.search(QStringLiteral("離職"));
    CHECK((filter.rowCount() > 0 && filter.rowCount() < 5));
    filter.search(QStringLiteral("volume prototypes"));
    const QModelIndex branch = filter.index(filter.rowCount() - 1, 0);
    const QModelIndex found = filter.mapToSource(filter.index(0, LeversModel::value_column, branch));
    REQUIRE(model.lever(found));
    CHECK(model.lever(found)->section == "segments");

    double wanted = 0.0;
    QObject::connect(&model, &LeversModel::wanted, [&](const Lever& lever, double value) {
        wanted = value;
        a.book.set_numbers(id, numbers_for(lever, value));
    });
    const QModelIndex front = model.index(0, 0);  // all prices
    const QModelIndex prices = model.index(0, LeversModel::value_column, front);
    CHECK(model.setData(prices, QStringLiteral("+3%")));
    CHECK(wanted == doctest::Approx(1.03));
    model.refresh(*a.book.merged(id), *a.book.reference(id));
    CHECK(prices.data().toString() == QStringLiteral("+3.0%"));
    CHECK(prices.siblingAtColumn(LeversModel::zone_column).data().toString() == QStringLiteral("積極"));
    CHECK_FALSE(model.setData(prices, QStringLiteral("much")));
    CHECK_FALSE(prices.data(Qt::ToolTipRole).toString().isEmpty());
    filter.search({});
    CHECK(filter.rowCount() == model.rowCount());
}
