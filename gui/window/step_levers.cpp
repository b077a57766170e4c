#include "window/step_levers.hpp"

#include "document/shares.hpp"

#include <QVBoxLayout>

namespace goho::gui {

std::string address_of(const Lever& lever) {
    const std::string& first = lever.pointers.front();
    if (!lever.scaled) return first;
    const Path path = path_of(first);
    return path.size() == 3 ? "/" + path[0] + "/*/" + path[2] : first;
}

const Lever* find_lever(const std::vector<Lever>& levers, const std::string& address) {
    for (const auto& lever : levers) {
        if (!lever.pointers.empty() && address_of(lever) == address) return &lever;
    }
    // All prices of a company that sells one thing are the price of that thing.
    const Path path = path_of(address);
    for (const auto& lever : levers) {
        if (path.size() == 3 && path[1] == "*" && lever.section == path[0] && lever.key == path[2]) return &lever;
    }
    return nullptr;
}

StepLevers::StepLevers(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), list_(new QVBoxLayout(this)) {
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(6);
    connect(&session.book(), &Workbook::changed, this, &StepLevers::refresh);
}

void StepLevers::show_levers(const std::vector<std::string>& addresses) {
    sheet_ = session_.book().active();
    addresses_ = addresses;
    for (auto* row : rows_) delete row;
    rows_.clear();
    refresh();
    for (const auto& address : addresses_) {
        const auto* lever = find_lever(levers_, address);
        if (!lever) continue;
        auto* row = new LeverRow(*lever, session_.shown());
        connect(row, &LeverRow::began, this, [this, label = lever->label] { session_.book().begin_gesture(label); });
        connect(row, &LeverRow::ended, this, [this] { session_.book().end_gesture(); });
        connect(row, &LeverRow::moved, this, &StepLevers::move);
        connect(row, &LeverRow::reset, this, &StepLevers::reset);
        row->show_lever(*lever);
        list_->addWidget(row);
        rows_.push_back(row);
    }
    setVisible(!rows_.empty());
}

void StepLevers::refresh() {
    auto& book = session_.book();
    const Content merged = book.has(sheet_) ? book.merged(sheet_) : nullptr;
    const Content reference = book.has(sheet_) ? book.reference(sheet_) : nullptr;
    if (!merged || !reference || addresses_.empty()) {
        levers_.clear();
        return;
    }
    levers_ = levers(*merged, *reference);
    std::size_t n = 0;
    for (const auto& address : addresses_) {
        const auto* lever = find_lever(levers_, address);
        if (lever && n < rows_.size()) rows_[n++]->show_lever(*lever);
    }
}

const Lever* StepLevers::find(const std::string& key) const {
    for (const auto& lever : levers_) {
        if (!lever.pointers.empty() && key_of(lever) == key) return &lever;
    }
    return nullptr;
}

void StepLevers::move(const std::string& key, double value) {
    const auto* found = find(key);
    if (!found) return;
    const Lever lever = *found;  // the edit reads the levers anew
    auto& book = session_.book();
    if (lever.share_group.empty()) {
        book.set_numbers(sheet_, numbers_for(lever, value), lever.label);
        return;
    }
    const Content merged = book.merged(sheet_);
    for (const auto& group : share_groups(*merged)) {
        if (group.name != lever.share_group) continue;
        const auto at = std::find(group.pointers.begin(), group.pointers.end(), lever.pointers.front());
        if (at != group.pointers.end())
            set_share(book, sheet_, group.name, static_cast<std::size_t>(at - group.pointers.begin()), value);
    }
}

void StepLevers::reset(const std::string& key) {
    const auto* found = find(key);
    if (!found) return;
    const Lever lever = *found;
    session_.book().begin_gesture(lever.label);
    for (const auto& each : lever.pointers) session_.book().reset(sheet_, each);
    session_.book().end_gesture();
}

}  // namespace goho::gui
