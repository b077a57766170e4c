#include "views/roadmap_page.hpp"

#include "models/table_model.hpp"
#include "views/difference_delegate.hpp"
#include "views/table_frame.hpp"
#include "views/whole_steps.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolTip>
#include <algorithm>

namespace goho::gui {

namespace {

/// Kinds are chosen from a list; everything else is typed.
class PlanDelegate : public QStyledItemDelegate {
public:
    PlanDelegate(Theme theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(better_role).toInt() < 0) option->palette.setColor(QPalette::Text, colors_of(theme_).bad);
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        const auto choices = static_cast<const PlanTable*>(index.model())->choices(index);
        if (choices.empty()) return QStyledItemDelegate::createEditor(parent, option, index);
        auto* box = new QComboBox(parent);
        for (const auto& [key, label] : choices) box->addItem(label, key);
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        if (auto* box = qobject_cast<QComboBox*>(editor)) box->setCurrentText(index.data(Qt::EditRole).toString());
        else QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        const auto* box = qobject_cast<QComboBox*>(editor);
        if (box == nullptr) return QStyledItemDelegate::setModelData(editor, model, index);
        if (box->currentText() != index.data(Qt::EditRole).toString()) model->setData(index, box->currentData());
    }

private:
    Theme theme_;
};

constexpr int first_column = 210;  // of the table: the name

constexpr std::pair<std::string_view, Label> parts[] = {{"initiatives", {"Initiatives", "施策"}},
                                                        {"investments", {"Investments", "投資"}},
                                                        {"timeline", {"Changes over time", "時期による変更"}}};

QString tip_of(const PlanItem& item, const Words& words) {
    QString tip = words(item.name) + QStringLiteral(" · ") + words(item.kind) + QLatin1Char('\n');
    tip += item.change() && !item.words.empty() ? words(item.words) : QString::fromStdString(to_string(item.start));
    for (const auto& length : item.lengths) {
        if (length.key != "to")
            tip += QLatin1Char('\n') + words(length.label) + QStringLiteral(": ") + QString::number(length.months) +
                   words(" months", "か月");
    }
    return tip;
}

}  // namespace

GanttData gantt_data(const std::vector<PlanItem>& items, const PlanSpan& span, const Shown& shown) {
    const Words words{shown.language};
    GanttData data;
    data.start = span.start;
    data.months = span.months;
    data.fiscal_year_start = span.fiscal_year_start;
    data.styles = {words("Launch", "導入"), words("Support", "支援"), words("Spending", "支出")};
    for (const auto& [collection, label] : parts) {
        bool any = false;
        for (const PlanItem& item : items) {
            if (item.collection != collection) continue;
            if (!std::exchange(any, true)) data.rows.push_back({words(label), {}, {}, {}, {}, false, true, false});
            GanttRow row{words(item.name), words(item.words), tip_of(item, words), item.start, {}, false, false,
                         item.differs};
            for (const PlanLength& length : item.lengths) {
                const int style = item.change() ? -1 : length.key == "spending_months" ? 2 : length.lane;
                row.bars.push_back({words(length.label), length.begins, length.months, length.lane, style});
            }
            if (item.change() && !item.end.given()) {
                row.open_end = true;
                row.bars.push_back({words("to the end", "計画の終わりまで"), 0, 0, 0, -1});
            }
            data.rows.push_back(std::move(row));
        }
    }
    return data;
}

RoadmapPage::RoadmapPage(const Shown& shown, QWidget* parent)
    : Page(parent), shown_(shown), words_{shown.language}, gantt_(new GanttChart(shown)),
      model_(new PlanTable(shown, this)), view_(new QTableView), scroll_(new QScrollArea), note_(new QLabel),
      none_(new QLabel(words_("Nothing is undertaken yet. Add an initiative or an investment above.",
                              "施策も投資もまだありません。上のボタンで追加してください。"))) {
    setObjectName(QStringLiteral("roadmap"));
    setAccessibleName(words_(title()));
    auto* heading = new QLabel(words_(title()));
    heading->setObjectName(QStringLiteral("pageHeading"));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(heading);
    build_buttons(head);
    gantt_->set_heading(words_(title()));
    scroll_->setWidget(gantt_);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    connect(scroll_->verticalScrollBar(), &QScrollBar::valueChanged, gantt_, QOverload<>::of(&QWidget::update));
    none_->setObjectName(QStringLiteral("notice"));
    none_->setAlignment(Qt::AlignCenter);
    none_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("note"));
    note_->setWordWrap(true);
    note_->hide();
    view_->setModel(model_);
    view_->setItemDelegate(new PlanDelegate(shown.theme, view_));
    set_up_table(*view_, false);
    view_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
    view_->verticalHeader()->hide();
    view_->horizontalHeader()->setFixedHeight(2 * fontMetrics().height() + 8);
    view_->setAccessibleName(words_("Initiatives and investments, exactly", "施策と投資の一覧（数値入力）"));
    view_->setObjectName(QStringLiteral("planTable"));
    auto* bars = new Panel(words_("Drag a bar to another month, its end to make it longer",
                                  "棒をドラッグして開始月を、右端をドラッグして期間を変更"));
    bars->set_note(
        words_("keys: ← / → month, Shift + ← / → length, Space next bar", "キー：← / → 月、Shift + ← / → 期間、Space 次の棒"));
    bars->put(none_);
    bars->put(new WholeSteps(scroll_, GanttChart::row_step, words_));
    auto* exact = new Panel(words_("Exact entry", "数値で入力"));
    frame_ = new TableFrame(view_);
    exact->put(frame_);
    exact->put(note_, 0);
    auto* left = new QSplitter(Qt::Vertical);
    left->setChildrenCollapsible(false);
    left->addWidget(bars);
    left->addWidget(exact);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);
    left->setSizes({255, 225});
    auto* results = new QVBoxLayout;
    for (const char* quantity : {"cash", "operating_income"}) {
        auto* panel = new QuantityPanel(quantity, shown);
        panels_.push_back(panel);
        results->addWidget(panel);
        connect(panel, &QuantityPanel::why, this, &Page::why);
    }
    auto* middle = new QHBoxLayout;
    middle->setSpacing(10);
    middle->addWidget(left, 3);
    middle->addLayout(results, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(14, 10, 14, 10);
    all->setSpacing(8);
    all->addLayout(head);
    all->addLayout(middle, 1);
    connect_gantt();
    connect(model_, &PlanTable::refused, this, [this](const QModelIndex& index, const QString& why) {
        tell(why);
        const QRect cell = view_->visualRect(index);
        QToolTip::showText(view_->viewport()->mapToGlobal(cell.bottomLeft()), why, view_, {}, 8000);
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (choosing_ || !index.isValid()) return;
        choosing_ = true;
        gantt_->set_current(row_of(model_->items()[static_cast<std::size_t>(index.row())].pointer()));
        choosing_ = false;
        if (const QString why = model_->refusal(index); !why.isEmpty()) tell(why);
    });
}

RoadmapPage::~RoadmapPage() { end_gesture(); }

void RoadmapPage::build_buttons(QHBoxLayout* head) {
    head->addStretch(1);
    const std::pair<std::string_view, QString> adds[] = {{"initiatives", words_("Add initiative", "施策を追加")},
                                                         {"investments", words_("Add investment", "投資を追加")}};
    for (const auto& [collection, text] : adds) {
        auto* button = new QPushButton(text);
        auto* menu = new QMenu(button);
        for (const Option& option : plan_field(collection, "kind")->options) {
            menu->addAction(words_(option.label), this, [this, c = collection, kind = option.key] { add(c, kind); });
        }
        button->setMenu(menu);
        if (collection == "initiatives") add_initiative_ = button;
        head->addWidget(button);
    }
    const auto plain = [&](const QString& text, auto work) {
        auto* button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, work);
        head->addWidget(button);
        needs_item_.push_back(button);
    };
    plain(words_("Duplicate", "複製"), [this] { duplicate(); });
    plain(words_("Delete", "削除"), [this] { remove(); });
}

void RoadmapPage::connect_gantt() {
    connect(gantt_, &GanttChart::began, this, [this](int row) {
        const PlanItem* item = item_of_row(row);
        if (item == nullptr || book_ == nullptr || in_gesture_) return;
        in_gesture_ = true;
        book_->begin_gesture(item->name);
    });
    connect(gantt_, &GanttChart::ended, this, &RoadmapPage::end_gesture);
    connect(gantt_, &GanttChart::move_wished, this, [this](int row, int month) {
        if (const PlanItem* item = item_of_row(row); item != nullptr && book_ != nullptr)
            say(start_in(*book_, scene_.active, PlanItem(*item), span_.start + month));
    });
    connect(gantt_, &GanttChart::stretch_wished, this, [this](int row, int bar, int months) {
        const PlanItem* item = item_of_row(row);
        if (item == nullptr || book_ == nullptr || bar >= static_cast<int>(item->lengths.size())) return;
        const PlanItem kept = *item;
        say(set_length(*book_, scene_.active, kept, kept.lengths[static_cast<std::size_t>(bar)], months));
    });
    connect(gantt_, &GanttChart::remove_wished, this, [this](int) { remove(); });
    connect(gantt_, &GanttChart::edit_wished, this, [this](int row) {
        if (const PlanItem* item = item_of_row(row)) choose(item->pointer(item->start_key), true);
    });
    connect(gantt_, &GanttChart::current_changed, this, [this](int row) {
        if (row >= 0) scroll_->ensureVisible(0, (row + 1) * GanttChart::row_step, 0, GanttChart::row_step);
        const PlanItem* item = item_of_row(row);
        if (choosing_ || item == nullptr) return;
        choosing_ = true;
        choose(item->pointer(), false);
        choosing_ = false;
    });
}

void RoadmapPage::end_gesture() {
    if (in_gesture_ && book_ != nullptr) book_->end_gesture();
    in_gesture_ = false;
}

void RoadmapPage::use(Workbook& book) {
    book_ = &book;
    connect(&book, &Workbook::changed, this, [this] {
        if (isVisible()) renew();  // the bar follows the pointer at once, whenever the answer comes
    });
    connect(&book, &QObject::destroyed, this, [this] { book_ = nullptr; });
}

void RoadmapPage::show_scene(const Scene& scene) {
    scene_ = scene;
    renew();
    for (auto* panel : panels_) {
        panel->setVisible(scene.active_study() != nullptr);
        if (scene.active_study()) panel->show_scene(scene, false);
    }
}

void RoadmapPage::renew() {
    items_.clear();
    rows_.clear();
    const bool open = book_ != nullptr && book_->has(scene_.active);
    const Content content = open ? book_->merged(scene_.active) : nullptr;
    if (content) {
        const Content reference = book_->reference(scene_.active);
        const auto* study = scene_.active_study();
        items_ = plan_items(*content, reference.get(), study ? &study->scenario : nullptr);
        std::stable_partition(items_.begin(), items_.end(), [](const PlanItem& item) { return item.added; });
        span_ = plan_span(*content);
    }
    for (const auto& [collection, label] : parts) {
        bool any = false;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].collection != collection) continue;
            if (!std::exchange(any, true)) rows_.push_back(-1);
            rows_.push_back(static_cast<int>(i));
        }
    }
    gantt_->show_data(gantt_data(items_, span_, shown_));
    const auto columns = model_->columnCount();
    model_->set(book_, scene_.active, items_);
    if (columns != model_->columnCount()) {
        // Headings in two lines leave room for the figures.
        view_->resizeColumnsToContents();
        for (int i = 0; i < model_->columnCount(); ++i) {
            const int heading = fontMetrics().horizontalAdvance(model_->headerData(i, Qt::Horizontal).toString());
            view_->setColumnWidth(i, i == 0   ? first_column
                                     : i == 1 ? std::clamp(view_->columnWidth(i), 90, 150)
                                              : std::max({88, heading * 5 / 8 + 28, heading <= 110 ? heading + 22 : 0}));
        }
        frame_->set_first_column(first_column);
    }
    none_->setVisible(items_.empty());
    scroll_->setVisible(!items_.empty());
    for (auto* button : needs_item_) button->setEnabled(!items_.empty());
}

const PlanItem* RoadmapPage::item_of_row(int row) const {
    if (row < 0 || row >= static_cast<int>(rows_.size())) return nullptr;
    const int at = rows_[static_cast<std::size_t>(row)];
    return at < 0 ? nullptr : &items_[static_cast<std::size_t>(at)];
}

const PlanItem* RoadmapPage::chosen() const {
    if (const PlanItem* item = item_of_row(gantt_->current())) return item;
    const QModelIndex index = view_->currentIndex();
    return index.isValid() ? &items_[static_cast<std::size_t>(index.row())] : nullptr;
}

int RoadmapPage::row_of(std::string_view pointer) const {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (rows_[row] >= 0 && items_[static_cast<std::size_t>(rows_[row])].pointer() == pointer)
            return static_cast<int>(row);
    }
    return -1;
}

/// Goes to an item, or to one of its fields, in both chart and table.
void RoadmapPage::choose(std::string_view pointer, bool edit) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const std::string own = items_[i].pointer();
        if (pointer != own && !pointer.starts_with(own + "/")) continue;
        const Path path = path_of(pointer);
        const int column = path.size() > 2 ? std::max(0, model_->column_of(path[2])) : 0;
        const QModelIndex index = model_->index(static_cast<int>(i), column);
        gantt_->set_current(row_of(own));
        view_->setCurrentIndex(index);
        view_->scrollTo(index);
        if (edit) view_->setFocus(), view_->edit(index);
        return;
    }
}

bool RoadmapPage::reveal(std::string_view pointer) {
    const Path path = path_of(pointer);
    if (path.empty() || (path[0] != "initiatives" && path[0] != "investments" && path[0] != "timeline")) return false;
    if (path.size() == 1 && path[0] == "initiatives") {  // none in particular: a new one is wanted
        QTimer::singleShot(0, this, [this] {
            add_initiative_->setFocus();
            add_initiative_->menu()->popup(add_initiative_->mapToGlobal(QPoint(0, add_initiative_->height())));
        });
        return true;
    }
    choose(pointer, false);
    return true;
}

void RoadmapPage::say(const Problems& problems) {
    QStringList why;
    for (const Problem& problem : problems) {
        why << words_(problem.message) +
                   (problem.hint.empty() ? QString() : QStringLiteral(" (") + words_(problem.hint) + QLatin1Char(')'));
    }
    tell(why.join(QLatin1Char('\n')));
}

void RoadmapPage::tell(const QString& why) {
    note_->setText(why);
    note_->setVisible(!why.isEmpty());
}

void RoadmapPage::add(std::string_view collection, std::string_view kind) {
    if (book_ == nullptr || !book_->has(scene_.active)) return;
    const std::string id = add_plan_item(*book_, scene_.active, collection, kind);
    renew();
    const std::string key = collection == "investments" ? "amount" : "people_budget";
    if (!id.empty()) choose(pointer_below(pointer_below("/" + std::string(collection), id), key), true);
}

void RoadmapPage::duplicate() {
    const PlanItem* item = chosen();
    if (item == nullptr || book_ == nullptr) return;
    const PlanItem kept = *item;
    const std::string id = duplicate_plan_item(*book_, scene_.active, kept);
    renew();
    if (!id.empty()) choose(pointer_below("/" + kept.collection, id), false);
}

void RoadmapPage::remove() {
    const PlanItem* item = chosen();
    if (item == nullptr || book_ == nullptr) return;
    say(remove_plan_item(*book_, scene_.active, PlanItem(*item)));
    renew();
}

}  // namespace goho::gui
