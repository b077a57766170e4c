// The statements of the active scenario: managerial and statutory profit and loss, balance sheet, cash flow and the cash
// table, by fiscal year or month, each figure with its difference to the base. A click on a cell asks why.
#pragma once

#include "models/statement_model.hpp"
#include "views/plain_page.hpp"

#include <tuple>

class QButtonGroup;
class QTableView;

namespace goho::gui {

class TableFrame;

class StatementsPage : public PlainPage {
    Q_OBJECT

public:
    explicit StatementsPage(const Shown& shown, QWidget* parent = nullptr);
    void select(int statement);  // as accounting::statement_layouts has them
    QString as_csv() const;      // what the table shows, for other programs

protected:
    void show_answer(const Scene& scene) override;

private:
    void fit_columns();

    QButtonGroup *layouts_, *periods_;
    Panel* panel_;
    StatementModel* model_;
    QTableView* view_;
    TableFrame* frame_ = nullptr;
    Scene scene_;
    std::tuple<int, bool, MoneyUnit, SheetId, int, int> shape_{-2, false, MoneyUnit::million, -1, 0, 0};  // fitted last
    bool by_month_ = false, with_differences_ = false;
};

}  // namespace goho::gui
