#include "document/recovery_text.hpp"

#include "io/json_text.hpp"

#include <QDateTime>

namespace goho::gui {

RecoveryState state_of(const Workbook& book) {
    RecoveryState state{QDateTime::currentMSecsSinceEpoch(), book.active(), {}};
    for (const SheetId id : book.sheets()) state.sheets.push_back(book.sheet(id));
    return state;
}

std::string text_of(const RecoveryState& state) {
    Json out = Json::object();
    out["goho_recovery"] = 1;
    out["time"] = state.time;
    out["active"] = state.active;
    Json sheets = Json::array();
    for (const Sheet& sheet : state.sheets) {
        Json one = Json::object();
        one["id"] = sheet.id;
        one["parent"] = sheet.parent;
        one["path"] = sheet.path.string();
        one["fingerprint"] = sheet.fingerprint.toStdString();
        one["unsaved"] = is_unsaved(sheet);
        one["layout"] = sheet.layout;
        if (sheet.content) one["content"] = *sheet.content;
        else one["broken_text"] = sheet.broken_text;
        sheets.push_back(std::move(one));
    }
    out["sheets"] = std::move(sheets);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<RecoveryState> state_from(const Json& json) {
    const auto text = [](const Json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto number = [](const Json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
    };
    if (!json.is_object() || number(json, "goho_recovery") != 1 || !json.contains("sheets") ||
        !json["sheets"].is_array())
        return std::nullopt;
    RecoveryState state{number(json, "time"), static_cast<SheetId>(number(json, "active")), {}};
    for (const Json& one : json["sheets"]) {
        if (!one.is_object()) return std::nullopt;
        Sheet sheet;
        sheet.id = static_cast<SheetId>(number(one, "id"));
        sheet.parent = static_cast<SheetId>(number(one, "parent"));
        sheet.path = text(one, "path");
        sheet.fingerprint = QByteArray::fromStdString(text(one, "fingerprint"));
        sheet.layout = text(one, "layout");
        if (const auto content = one.find("content"); content != one.end())
            sheet.content = std::make_shared<const Json>(*content);
        else sheet.broken_text = text(one, "broken_text");
        const auto unsaved = one.find("unsaved");
        if (unsaved != one.end() && unsaved->is_boolean() && !unsaved->get<bool>()) {
            sheet.saved = sheet.content;
            sheet.text = sheet.broken_text;
        }
        state.sheets.push_back(std::move(sheet));
    }
    return state;
}

void meet_files(RecoveryState& state) {
    for (Sheet& sheet : state.sheets) {
        if (!sheet.content) {
            auto json = io::parse_json(sheet.broken_text, sheet.path.generic_string());
            sheet.problems = std::move(json.problems);
        }
        if (sheet.path.empty()) continue;
        const auto now = io::read_text(sheet.path, sheet.path.generic_string());
        const QByteArray print = now ? fingerprint(*now.value) : QByteArray();
        sheet.changed_outside = print != sheet.fingerprint;
        if (!now || sheet.changed_outside) continue;
        sheet.text = *now.value;
        if (auto json = io::parse_json(*now.value, {}))
            sheet.saved = std::make_shared<const Json>(std::move(*json.value));
    }
}

}  // namespace goho::gui
