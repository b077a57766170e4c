#include "window/lever_panel.hpp"

#include "document/workbook.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace goho::gui {

std::vector<double> balanced(std::vector<double> weights, const std::vector<bool>& locked, std::size_t moved, double value, double whole) {
    double fixed = 0.0, free = 0.0;
    std::size_t followers = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (i == moved) continue;
        (locked[i] ? fixed : free) += weights[i];
        followers += locked[i] ? 0 : 1;
    }
    if (followers == 0) return weights;  // nothing can give way
    value = std::clamp(value, 0.0, std::max(0.0, whole - fixed));
    const double rest = whole - fixed - value;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (i == moved) weights[i] = value;
        else if (!locked[i]) weights[i] = free > 0.0 ? weights[i] / free * rest : rest / static_cast<double>(followers);
        weights[i] = std::round(weights[i] * 1e4) / 1e4;
    }
    // What rounding left over goes to the last follower: the sum is exact.
    double sum = 0.0;
    for (const double w : weights) sum += w;
    for (std::size_t i = weights.size(); i-- > 0;) {
        if (i == moved || locked[i]) continue;
        weights[i] = std::max(0.0, std::round((weights[i] + whole - sum) * 1e4) / 1e4);
        break;
    }
    return weights;
}

LeverPanel::LeverPanel(Session& session, QWidget* parent) : QWidget(parent), session_(session), groups_(new QComboBox), search_(new QLineEdit), scroll_(new QScrollArea) {
    const auto words = session.words();
    auto* heading = new QLabel(words("Levers", "レバー"));
    heading->setObjectName(QStringLiteral("section"));
    groups_->setAccessibleName(words("Which levers", "表示するレバー"));
    groups_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    groups_->setMinimumContentsLength(8);
    search_->setPlaceholderText(words("Search all levers", "すべてのレバーを検索"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    scroll_->viewport()->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->setSpacing(5);
    all->addWidget(heading);
    all->addWidget(groups_);
    all->addWidget(search_);
    all->addWidget(scroll_, 1);
    connect(groups_, &QComboBox::activated, this, &LeverPanel::renew);
    connect(search_, &QLineEdit::textChanged, this, &LeverPanel::renew);
    connect(&session, &Session::scene_changed, this, &LeverPanel::renew);
    renew();
}

void LeverPanel::search(const QString& word) { search_->setText(word); }

LeverRow* LeverPanel::row(const std::string& pointer) const {
    const auto found = rows_.find(pointer);
    return found != rows_.end() ? found->second : nullptr;
}

std::vector<std::string> LeverPanel::shown_pointers() const { return pointers_; }

void LeverPanel::fill_groups() {
    std::vector<std::string> sections{""};
    const auto words = session_.words();
    QStringList names{words("In front", "主なレバー")};
    for (const auto& lever : levers_) {
        if (std::find(sections.begin(), sections.end(), lever.section) != sections.end()) continue;
        sections.push_back(lever.section);
        QString name = lever.group;
        simulation::for_each_section<double>([&](const auto& section) {
            if (section.name == lever.section) name = words(section.label);
        });
        names << name;
    }
    if (sections == sections_) return;
    const std::string chosen = groups_->currentIndex() > 0 ? sections_[static_cast<std::size_t>(groups_->currentIndex())] : "";
    sections_ = std::move(sections);
    groups_->clear();
    groups_->addItems(names);
    const auto at = std::find(sections_.begin(), sections_.end(), chosen);
    groups_->setCurrentIndex(at != sections_.end() ? static_cast<int>(at - sections_.begin()) : 0);
}

std::vector<const Lever*> LeverPanel::wanted() const {
    constexpr std::size_t most = 40;  // more than that nobody reads
    std::vector<const Lever*> out;
    const QString word = search_->text().trimmed();
    const auto chosen = static_cast<std::size_t>(std::max(0, groups_->currentIndex()));
    for (const auto& lever : levers_) {
        const bool show = !word.isEmpty() ? lever.face.label.contains(word, Qt::CaseInsensitive) || lever.face.tip.contains(word, Qt::CaseInsensitive) || lever.group.contains(word, Qt::CaseInsensitive)
                          : chosen == 0   ? lever.front >= 0 || lever.weight
                                          : chosen < sections_.size() && lever.section == sections_[chosen];
        if (show) out.push_back(&lever);
    }
    if (word.isEmpty() && chosen == 0) {
        const auto rank = [](const Lever* lever) { return lever->weight ? 50 : lever->front; };
        std::stable_sort(out.begin(), out.end(), [&](const Lever* a, const Lever* b) { return rank(a) < rank(b); });
    }
    if (out.size() > most) out.resize(most);
    return out;
}

void LeverPanel::renew() {
    levers_ = levers_of(session_);
    fill_groups();
    const auto show = wanted();
    std::vector<std::string> pointers;
    for (const auto* lever : show) pointers.push_back(lever->face.pointer);
    if (pointers != pointers_ || rows_.empty()) {
        pointers_ = std::move(pointers);
        rebuild(show);
    }
    const auto words = session_.words();
    double sum = 0.0;
    for (const auto& lever : levers_) sum += lever.weight ? lever.value : 0.0;
    for (const auto* lever : show) {
        if (auto* one = row(lever->face.pointer)) one->show_values(lever->value, lever->base, zone_of(*lever, words));
    }
    if (total_) total_->setText(words("Sum ", "合計 ") + qt(percent(sum, 1)));
}

void LeverPanel::rebuild(const std::vector<const Lever*>& show) {
    rows_.clear();
    total_ = nullptr;
    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    list->setContentsMargins(0, 0, 6, 8);
    list->setSpacing(1);
    QString group;
    const auto words = session_.words();
    for (const auto* lever : show) {
        const QString here = lever->weight ? words("Appraisal: weights of 100%", "評価ウェイト（合計100%）") : lever->group;
        if (here != group) {
            group = here;
            auto* head = new QHBoxLayout;
            auto* label = new QLabel(group);
            label->setObjectName(QStringLiteral("section"));
            head->setContentsMargins(0, 8, 0, 0);
            head->addWidget(label, 1);
            if (lever->weight) {
                total_ = new QLabel;
                total_->setObjectName(QStringLiteral("leverNote"));
                head->addWidget(total_);
            }
            list->addLayout(head);
        }
        add_row(*lever, list);
    }
    if (show.empty()) {
        auto* none = new QLabel(words("No lever found.", "該当するレバーはありません。"));
        none->setObjectName(QStringLiteral("note"));
        list->addWidget(none);
    }
    list->addStretch(1);
    scroll_->setWidget(inside);
}

void LeverPanel::add_row(const Lever& lever, QVBoxLayout* into) {
    auto* row = new LeverRow(lever.face, session_.shown());
    rows_[lever.face.pointer] = row;
    const auto words = session_.words();
    const QString name = lever.face.label;
    connect(row, &LeverRow::began, this, [this, name](const std::string&) { session_.book().begin_gesture({name.toStdString(), name.toStdString()}); });
    connect(row, &LeverRow::ended, this, [this](const std::string&) { session_.book().end_gesture(); });
    connect(row, &LeverRow::moved, this, lever.weight ? &LeverPanel::move_weight : &LeverPanel::move);
    connect(row, &LeverRow::reset, this, [this](const std::string& pointer) { session_.book().reset(session_.book().active(), pointer); });
    if (!lever.weight) return into->addWidget(row);
    auto* lock = new QToolButton;
    lock->setCheckable(true);
    lock->setChecked(locked_[lever.face.pointer]);
    const auto face = [lock](bool on) { lock->setText(on ? QStringLiteral("■") : QStringLiteral("□")); };
    face(lock->isChecked());
    lock->setToolTip(words("Locked: stays while others move", "固定：他を動かしても変わりません"));
    lock->setAccessibleName(name + QStringLiteral(": ") + words("lock", "固定"));
    connect(lock, &QToolButton::toggled, this, [this, face, pointer = lever.face.pointer](bool on) {
        locked_[pointer] = on;
        face(on);
    });
    auto* line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(lock, 0, Qt::AlignBottom);
    line->addWidget(row, 1);
    into->addLayout(line);
}

void LeverPanel::move(const std::string& pointer, double value) {
    session_.book().set_number(session_.book().active(), pointer, value);
}

void LeverPanel::move_weight(const std::string& pointer, double value) {
    std::vector<std::string> pointers;
    std::vector<double> weights;
    std::vector<bool> locks;
    std::size_t moved = 0;
    for (const auto& lever : levers_) {
        if (!lever.weight) continue;
        if (lever.face.pointer == pointer) moved = pointers.size();
        pointers.push_back(lever.face.pointer);
        weights.push_back(lever.value);
        locks.push_back(locked_[lever.face.pointer]);
    }
    const auto next = balanced(weights, locks, moved, value);
    std::vector<Workbook::NumberAt> numbers;
    for (std::size_t i = 0; i < next.size(); ++i) numbers.push_back({pointers[i], next[i]});
    session_.book().set_numbers(session_.book().active(), numbers, {"Weights of appraisal", "評価ウェイト"});
}

}  // namespace goho::gui
