#include "window/lever_panel.hpp"

#include "document/shares.hpp"
#include "views/parts.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace goho::gui {

LeverPanel::LeverPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), sections_box_(new QComboBox), search_(new QLineEdit),
      scroll_(new QScrollArea) {
    const auto words = session.words();
    auto* heading = new QLabel(words("Levers", "レバー"));
    heading->setObjectName(QStringLiteral("section"));
    sections_box_->setAccessibleName(words("Which levers", "表示するレバー"));
    sections_box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sections_box_->setMinimumContentsLength(8);
    search_->setPlaceholderText(words("Search all levers", "すべてのレバーを検索"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->setSpacing(5);
    all->addWidget(heading);
    all->addWidget(sections_box_);
    all->addWidget(search_);
    all->addWidget(scroll_, 1);
    connect(sections_box_, &QComboBox::activated, this, &LeverPanel::show_rows);
    connect(search_, &QLineEdit::textChanged, this, &LeverPanel::show_rows);
    connect(&session.book(), &Workbook::changed, this, &LeverPanel::refresh);
    connect(&session.book(), &Workbook::active_changed, this, &LeverPanel::renew);
    connect(&session.book(), &Workbook::sheets_changed, this, &LeverPanel::renew);
    renew();
}

void LeverPanel::search(const QString& word) { search_->setText(word); }

bool LeverPanel::reveal(const std::string& pointer) {
    const auto* lever = find(pointer);
    if (!lever) return false;
    if (!row(pointer)) search(session_.words()(lever->label));
    auto* found = row(pointer);
    if (!found) return false;
    scroll_->ensureWidgetVisible(found);
    found->entry().setFocus();
    found->entry().selectAll();
    return true;
}

LeverRow* LeverPanel::row(const std::string& key) const {
    const auto found = rows_.find(key);
    return found != rows_.end() ? found->second : nullptr;
}

const Lever* LeverPanel::find(const std::string& key) const {
    for (const auto& lever : levers_) {
        if (!lever.pointers.empty() && key_of(lever) == key) return &lever;
    }
    return nullptr;
}

void LeverPanel::renew() {
    auto& book = session_.book();
    sheet_ = book.active();
    merged_ = book.has(sheet_) ? book.merged(sheet_) : nullptr;
    reference_ = book.has(sheet_) ? book.reference(sheet_) : nullptr;
    levers_ = merged_ && reference_ ? levers(*merged_, *reference_) : std::vector<Lever>{};
    fill_sections();
    show_rows();
}

/// While a lever is dragged only numbers change; what the levers are stays.
void LeverPanel::refresh() {
    auto& book = session_.book();
    if (!session_.book().in_gesture() || sheet_ != book.active() || !book.has(sheet_)) return renew();
    merged_ = book.merged(sheet_);
    reference_ = book.reference(sheet_);
    if (!merged_ || !reference_) return;
    gui::refresh(levers_, *merged_, *reference_);
    show_rows();
}

void LeverPanel::fill_sections() {
    std::vector<std::string> sections{""};
    const auto words = session_.words();
    QStringList names{words("Main levers", "主なレバー")};
    for (const auto& lever : levers_) {
        if (std::find(sections.begin(), sections.end(), lever.section) != sections.end()) continue;
        sections.push_back(lever.section);
        names << words(lever.section_label);
    }
    if (sections == sections_) return;
    const std::string chosen =
        sections_box_->currentIndex() > 0 ? sections_[static_cast<std::size_t>(sections_box_->currentIndex())] : "";
    sections_ = std::move(sections);
    sections_box_->clear();
    sections_box_->addItems(names);
    const auto at = std::find(sections_.begin(), sections_.end(), chosen);
    sections_box_->setCurrentIndex(at != sections_.end() ? static_cast<int>(at - sections_.begin()) : 0);
}

bool LeverPanel::seems_front() const {
    return sections_box_->currentIndex() <= 0 && search_->text().trimmed().isEmpty();
}

std::vector<const Lever*> LeverPanel::wanted() const {
    constexpr std::size_t most = 40;  // more than that nobody reads
    std::vector<const Lever*> out;
    const std::string typed = search_->text().trimmed().toStdString();
    const auto chosen = static_cast<std::size_t>(std::max(0, sections_box_->currentIndex()));
    for (const auto& lever : levers_) {
        const bool weight = lever.share_group == "evaluation";
        const bool show = !typed.empty() ? answers_to(lever, typed)
                          : chosen == 0  ? lever.front || weight
                                         : chosen < sections_.size() && lever.section == sections_[chosen];
        if (!show || lever.pointers.empty() || out.size() >= most) continue;
        // Those in front stand in the list once more, in their section.
        const bool twice =
            std::any_of(out.begin(), out.end(), [&](const Lever* other) { return key_of(*other) == key_of(lever); });
        if (!twice) out.push_back(&lever);
    }
    if (seems_front()) {  // shares stand together, below the others
        std::stable_partition(out.begin(), out.end(), [](const Lever* lever) { return lever->share_group.empty(); });
    }
    return out;
}

QString LeverPanel::group_of(const Lever& lever) const {
    const auto words = session_.words();
    if (!lever.share_group.empty()) return words(lever.section_label);  // their sum stands beside it
    return seems_front() && lever.front ? words(label_of(*lever.front)) : words(lever.section_label);
}

void LeverPanel::show_rows() {
    const auto show = wanted();
    std::vector<std::string> keys;
    for (const auto* lever : show) keys.push_back(key_of(*lever));
    if (keys != keys_ || rows_.empty()) {
        keys_ = std::move(keys);
        rebuild(show);
    }
    const auto words = session_.words();
    std::map<std::string, double> sums;
    std::set<std::string> counted;
    for (const auto& lever : levers_) {
        if (!lever.share_group.empty() && counted.insert(key_of(lever)).second)
            sums[std::string(lever.share_group)] += lever.value.value_or(0.0);
    }
    for (const auto* lever : show) {
        if (auto* one = row(key_of(*lever))) one->show_lever(*lever);
    }
    for (const auto& [group, label] : totals_) label->setText(words("Sum ", "合計 ") + qt(percent(sums[group], 1)));
}

void LeverPanel::rebuild(const std::vector<const Lever*>& show) {
    rows_.clear();
    totals_.clear();
    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    list->setContentsMargins(0, 0, 6, 8);
    list->setSpacing(1);
    QString group;
    for (const auto* lever : show) {
        const QString here = group_of(*lever);
        if (here != group) {
            group = here;
            auto* head = new QHBoxLayout;
            auto* label = new HeadingLabel(group);
            label->setObjectName(QStringLiteral("section"));
            head->setContentsMargins(0, 8, 0, 0);
            head->addWidget(label, 1);
            if (!lever->share_group.empty()) {
                auto* total = new QLabel;
                total->setObjectName(QStringLiteral("leverNote"));
                head->addWidget(total);
                totals_[std::string(lever->share_group)] = total;
            }
            list->addLayout(head);
        }
        add_row(*lever, list);
    }
    if (show.empty()) {
        auto* none = new QLabel(session_.words()("No lever found.", "該当するレバーはありません。"));
        none->setObjectName(QStringLiteral("note"));
        list->addWidget(none);
    }
    list->addStretch(1);
    scroll_->setWidget(inside);
}

void LeverPanel::add_row(const Lever& lever, QVBoxLayout* into) {
    auto* row = new LeverRow(lever, session_.shown());
    rows_[key_of(lever)] = row;
    connect(row, &LeverRow::began, this, [this, label = lever.label] { session_.book().begin_gesture(label); });
    connect(row, &LeverRow::ended, this, [this] { session_.book().end_gesture(); });
    connect(row, &LeverRow::moved, this, &LeverPanel::move);
    connect(row, &LeverRow::reset, this, [this](const std::string& key) {
        const auto* one = find(key);
        if (!one) return;
        session_.book().begin_gesture(one->label);
        for (const auto& each : std::vector<std::string>(one->pointers)) session_.book().reset(sheet_, each);
        session_.book().end_gesture();
    });
    if (lever.share_group.empty()) into->addWidget(row);
    else add_share(lever, row, into);
}

void LeverPanel::add_share(const Lever& lever, LeverRow* row, QVBoxLayout* into) {
    const auto words = session_.words();
    const std::string pointer = lever.pointers.front();
    auto* lock = new QToolButton;
    lock->setCheckable(true);
    lock->setChecked(locked_[pointer]);
    const auto face = [lock](bool on) { lock->setText(on ? QStringLiteral("■") : QStringLiteral("□")); };
    face(lock->isChecked());
    lock->setToolTip(words("Locked: stays while others move", "固定：他を動かしても変わりません"));
    lock->setAccessibleName(words(lever.label) + QStringLiteral(": ") + words("lock", "固定"));
    connect(lock, &QToolButton::toggled, this, [this, face, pointer](bool on) {
        locked_[pointer] = on;
        face(on);
    });
    auto* line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(lock, 0, Qt::AlignBottom);
    line->addWidget(row, 1);
    into->addLayout(line);
}

void LeverPanel::move(const std::string& key, double value) {
    const auto* found = find(key);
    if (!found) return;
    const Lever lever = *found;  // an edit makes the levers anew while it is under way
    if (!lever.share_group.empty()) return move_share(lever, value);
    session_.book().set_numbers(sheet_, numbers_for(lever, value), lever.label);
}

void LeverPanel::move_share(const Lever& lever, double value) {
    for (const auto& group : share_groups(*merged_)) {
        if (group.name != lever.share_group) continue;
        std::vector<bool> locks;
        std::size_t at = group.pointers.size();
        for (std::size_t i = 0; i < group.pointers.size(); ++i) {
            locks.push_back(locked_[group.pointers[i]]);
            if (group.pointers[i] == lever.pointers.front()) at = i;
        }
        if (at < group.pointers.size()) set_share(session_.book(), sheet_, group.name, at, value, locks);
    }
}

}  // namespace goho::gui
