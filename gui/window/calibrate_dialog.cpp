#include "window/calibrate_dialog.hpp"

#include "calibration/output.hpp"
#include "core/format.hpp"
#include "io/statutes.hpp"
#include "window/choice_table.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <cmath>

namespace goho::gui {

namespace {

enum ValueColumn { of_name, of_before, of_fitted, of_error, of_low, of_high, of_evidence, of_reason };

QString with_unit_name(const QString& name, std::string_view unit, const Words& words) {
    const std::string unit_text = shown_as_percent(unit) ? std::string() : unit_name(unit, words.language);
    if (unit_text.empty()) return name;
    return name + words(" (", "（") + QString::fromStdString(unit_text) + words(")", "）");
}

QString plain_value(double value, std::string_view unit, Language language) {
    if (shown_as_percent(unit)) return QString::fromStdString(table_percent(value, language));
    const int decimals = value != 0.0 && std::abs(value) < 100.0 ? 2 : 0;
    return QString::fromStdString(table_number(value, language, decimals));
}

}  // namespace

CalibrateDialog::CalibrateDialog(const Shown& shown, Workbook& book, SheetId sheet, const simulation::Scenario& scenario,
                                 QWidget* parent)
    : StepsDialog(shown, Words{shown.language}("Calibrate to actual months", "実績による較正"), parent), book_(book),
      sheet_(sheet), scenario_(std::make_shared<const simulation::Scenario>(scenario)), fittables_(fittables(scenario)) {
    setObjectName(QStringLiteral("calibrate"));
    resize(1200, 640);
    set_last_word(words_("&Take over", "反映する(&T)"));
    connect(&errand_, &Errand::busy_changed, this, [this](bool busy) {
        set_note(busy ? words_("Calculating…", "計算中…") : QString());
        renew_steps();
    });
    add_step({words_("Quantities", "対象の選択"), choice(), [this] { return !ticked().empty(); }});
    add_step({words_("Result", "結果"), answer(), [this] { return !errand_.busy() && result_ != nullptr; }});
}

QWidget* CalibrateDialog::choice() {
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    auto* text = new QLabel(words_(
        "Tick what shall be fitted to the actual months. Ticked at first is what the books usually tell; sales alone cannot tell "
        "price from volume. A cost that is zero in the plan is not ticked.",
        "実績から推定する数量を選んでください。最初は、帳簿から分かることの多い項目を選んであります。"
        "売上だけでは単価と数量を区別できません。計画で0の費用は選んでありません。"));
    text->setWordWrap(true);
    all->addWidget(text);
    quantities_ = new ChoiceTable({words_("Quantity", "数量"), words_("Value in the plan", "計画の値")});
    quantities_->setAccessibleName(words_("Quantities", "数量"));
    quantities_->setRowCount(static_cast<int>(fittables_.size()));
    for (int row = 0; row < quantities_->rowCount(); ++row) {
        const Fittable& one = fittables_[static_cast<std::size_t>(row)];
        quantities_->set_text(row, 0, with_unit_name(words_(one.label), one.unit, words_));
        quantities_->item(row, 0)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        quantities_->item(row, 0)->setCheckState(one.proposed ? Qt::Checked : Qt::Unchecked);
        quantities_->set_text(row, 1, plain_value(one.value, one.unit, shown_.language), Qt::AlignRight);
    }
    quantities_->fit(0);
    connect(quantities_, &QTableWidget::itemChanged, this, [this] { renew_steps(); });
    all->addWidget(quantities_, 1);
    auto* row = new QHBoxLayout;
    const auto button = [&](const QString& name, const std::function<bool(const Fittable&)>& on) {
        auto* one = new QPushButton(name);
        one->setAutoDefault(false);
        connect(one, &QPushButton::clicked, this, [this, on] { set_ticks(on); });
        row->addWidget(one);
    };
    button(words_("&Proposed", "提案どおり(&P)"), [](const Fittable& f) { return f.proposed; });
    button(words_("&All", "すべて(&A)"), [](const Fittable&) { return true; });
    button(words_("N&one", "なし(&O)"), [](const Fittable&) { return false; });
    row->addStretch(1);
    months_ = new QSpinBox;
    months_->setRange(1, 480);
    months_->setValue(calibration::Request{}.months_for_evidence);
    months_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    months_->setFixedWidth(70);
    auto* label = new QLabel(words_("&Months needed for evidence of grade A", "根拠をAとするのに必要な月数(&M)"));
    label->setBuddy(months_);
    months_->setAccessibleName(words_("Months needed for evidence of grade A", "根拠をAとするのに必要な月数"));
    row->addWidget(label);
    row->addWidget(months_);
    all->addLayout(row);
    page->setFocusProxy(quantities_);
    return page;
}

QWidget* CalibrateDialog::answer() {
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    values_ = new ChoiceTable({words_("Quantity", "数量"), words_("Before", "変更前"), words_("Fitted", "推定値"),
                               words_("Std. error", "標準誤差"), words_("95% low", "95%下限"), words_("95% high", "95%上限"),
                               words_("Evidence", "根拠"), words_("Why", "理由")});
    values_->setAccessibleName(words_("Fitted values", "推定値"));
    fit_ = new ChoiceTable({words_("How well the history is met", "実績との一致"), words_("Months", "月数"),
                            words_("Typical miss", "平均的なずれ"), QStringLiteral("R²")});
    fit_->setAccessibleName(words_("How well the history is met", "実績との一致"));
    text_ = new QTextBrowser;
    text_->setObjectName(QStringLiteral("summary"));
    text_->setAccessibleName(words_("What the history does not tell", "実績からは分からないこと"));
    text_->setTabChangesFocus(true);
    all->addWidget(values_, 6);
    auto* row = new QHBoxLayout;
    row->addWidget(fit_, 1);
    row->addWidget(text_, 1);
    all->addLayout(row, 4);
    page->setFocusProxy(values_);
    return page;
}

void CalibrateDialog::set_ticks(const std::function<bool(const Fittable&)>& on) {
    for (int row = 0; row < quantities_->rowCount(); ++row) {
        quantities_->item(row, 0)->setCheckState(on(fittables_[static_cast<std::size_t>(row)]) ? Qt::Checked : Qt::Unchecked);
    }
}

void CalibrateDialog::tick(const std::string& pointer, bool on) {
    for (int row = 0; row < quantities_->rowCount(); ++row) {
        if (fittables_[static_cast<std::size_t>(row)].pointer == pointer)
            quantities_->item(row, 0)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
}

std::vector<std::string> CalibrateDialog::ticked() const {
    std::vector<std::string> out;
    for (int row = 0; quantities_ && row < quantities_->rowCount(); ++row) {
        if (quantities_->item(row, 0)->checkState() == Qt::Checked) out.push_back(fittables_[static_cast<std::size_t>(row)].pointer);
    }
    return out;
}

void CalibrateDialog::entered(int step) {
    if (step == 1) return calculate();
    stop();
}

void CalibrateDialog::stop() {
    errand_.drop();
    set_note({});
}

void CalibrateDialog::calculate() {
    result_ = nullptr;
    values_->setRowCount(0);
    fit_->setRowCount(0);
    text_->clear();
    calibration::Request request;
    request.vary = ticked();
    request.months_for_evidence = months_->value();
    errand_.begin([this, request, scenario = scenario_](const std::atomic<bool>& stopped) -> Errand::Outcome {
        auto asked = request;
        asked.stop = [&stopped] { return stopped.load(); };
        const auto law = io::load_statutes(*scenario);
        auto found = law ? calibration::calibrate(*scenario, *law.value, asked) : Result<calibration::Calibration>{{}, law.problems};
        return [this, found = std::make_shared<const Result<calibration::Calibration>>(std::move(found))] {
            if (found->value) result_ = std::make_shared<const calibration::Calibration>(*found->value);
            else say(found->problems);
            if (result_) show_result();
            renew_steps();
        };
    });
}

void CalibrateDialog::say(const Problems& problems) {
    QStringList lines;
    for (const auto& problem : problems) lines << QString::fromStdString(to_string(problem, shown_.language));
    text_->setPlainText(lines.join(QLatin1Char('\n')));
}

void CalibrateDialog::show_result() {
    values_->setRowCount(static_cast<int>(result_->quantities.size()));
    for (int row = 0; row < values_->rowCount(); ++row) {
        const auto& one = result_->quantities[static_cast<std::size_t>(row)];
        const auto figure = [&](int column, double value) {
            values_->set_text(row, column, QString::fromStdString(calibration::figure_text(one, value, shown_.language)), Qt::AlignRight);
        };
        values_->set_text(row, of_name, with_unit_name(words_(one.quantity.label), one.quantity.unit, words_));
        figure(of_before, one.quantity.before);
        figure(of_fitted, one.estimate.value);
        figure(of_error, one.estimate.error);
        figure(of_low, one.estimate.low);
        figure(of_high, one.estimate.high);
        values_->set_text(row, of_evidence, QString::fromStdString(calibration::evidence_text(one)));
        values_->set_text(row, of_reason, words_(one.reason));
    }
    values_->fit(of_reason, 340);
    show_fit();
}

void CalibrateDialog::show_fit() {
    fit_->setRowCount(static_cast<int>(result_->series.size()));
    for (int row = 0; row < fit_->rowCount(); ++row) {
        const auto& one = result_->series[static_cast<std::size_t>(row)];
        const std::string_view unit = one.series.unit == "yen" ? std::string_view() : one.series.unit;
        fit_->set_text(row, 0, with_unit_name(words_(one.series.label), unit, words_));
        fit_->set_text(row, 1, QString::number(one.series.values.size()), Qt::AlignRight);
        fit_->set_text(row, 2, QString::fromStdString(table_number(one.fit.rmse, shown_.language, one.fit.rmse < 100.0 ? 1 : 0)), Qt::AlignRight);
        const bool known = std::isfinite(one.fit.r_squared);
        fit_->set_text(row, 3, known ? QString::fromStdString(table_number(one.fit.r_squared, shown_.language, 3)) : QStringLiteral("–"), Qt::AlignRight);
    }
    fit_->fit(0, 160);
    QString html = QStringLiteral("<p>") +
                   words_("History: %1 actual months, %2 to %3.", "実績：%1か月（%2〜%3）。")
                       .arg(result_->months)
                       .arg(QString::fromStdString(goho::shown(result_->first, shown_.language)),
                            QString::fromStdString(goho::shown(result_->last, shown_.language))) +
                   QStringLiteral("</p><p><b>") +
                   words_("What the history does not tell", "実績からは分からないこと") + QStringLiteral("</b></p>");
    for (const Text& finding : result_->findings) html += QStringLiteral("<p>") + words_(finding).toHtmlEscaped() + QStringLiteral("</p>");
    if (result_->findings.empty())
        html += QStringLiteral("<p>") + words_("Every quantity could be told apart.", "すべての数量を区別できました。") + QStringLiteral("</p>");
    text_->setHtml(html);
}

QString CalibrateDialog::told() const { return text_->toPlainText(); }

bool CalibrateDialog::take() {
    if (!result_ || !book_.has(sheet_)) return false;
    const Problems problems = take_over(book_, sheet_, *result_);
    if (!problems.empty()) {
        say(problems);
        return false;
    }
    accept();
    return true;
}

}  // namespace goho::gui
