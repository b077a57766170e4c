#include "runner/inquirer.hpp"

#include <algorithm>

namespace goho::gui {

Inquirer::Inquirer(Workbook& book, QObject* parent) : QObject(parent), book_(book) {
    tick_.setInterval(100);
    connect(&tick_, &QTimer::timeout, this, &Inquirer::progressed);
    connect(&errand_, &Errand::busy_changed, this, [this](bool busy) {
        busy ? tick_.start() : tick_.stop();
        Q_EMIT changed();
    });
}

Subject Inquirer::subject(SheetId sheet) const {
    Subject out{sheet, book_.name(sheet), {}, book_.merged(sheet)};
    for (const auto& one : book_.snapshot().sheets) {
        if (one.id == sheet) out.file = one.file;
    }
    return out;
}

std::vector<Subject> Inquirer::subjects(const Inquiry& inquiry) const {
    std::vector<SheetId> sheets;
    const auto add = [&](SheetId sheet) {
        if (book_.has(sheet) && std::find(sheets.begin(), sheets.end(), sheet) == sheets.end()) sheets.push_back(sheet);
    };
    if (inquiry.about != Inquiry::About::plan) add(book_.base());
    if (inquiry.about != Inquiry::About::alternatives) add(book_.active());
    else if (const auto typed = inputs_.find(inquiry.id); typed != inputs_.end() && typed->second.scenarios)
        std::for_each(typed->second.scenarios->begin(), typed->second.scenarios->end(), add);
    else std::for_each(book_.sheets().begin(), book_.sheets().end(), add);
    std::vector<Subject> out;
    for (const SheetId sheet : sheets) out.push_back(subject(sheet));
    return out;
}

std::optional<Text> Inquirer::hindered(const Inquiry& inquiry) const {
    const auto about = subjects(inquiry);
    if (about.empty()) return Text{"No scenario is open.", "シナリオが開かれていません。"};
    for (const auto& one : about) {
        if (!one.content) return Text{"\"" + one.name.en + "\" cannot be read; see its problems.", "「" + one.name.ja + "」を読み込めません。問題の一覧をご覧ください。"};
    }
    if (inquiry.about == Inquiry::About::variant && about.size() < 2)
        return Text{"This is the base. Choose a variant in the list of scenarios: the answer says what it brings against the base.",
                    "これは基準シナリオです。シナリオ一覧で比較案を選ぶと、基準に対する効果の内訳を計算できます。"};
    if (inquiry.about == Inquiry::About::alternatives && about.size() < 2)
        return Text{"Two or more scenarios are needed. Ctrl+D makes a variant of this one.", "2つ以上のシナリオが必要です。Ctrl+Dで比較案を作れます。"};
    return {};
}

std::vector<LeverChoice> Inquirer::levers() const {
    const SheetId active = book_.active();
    const Content merged = book_.has(active) ? book_.merged(active) : nullptr, reference = merged ? book_.reference(active) : nullptr;
    return merged && reference ? lever_choices(*merged, *reference) : std::vector<LeverChoice>();
}

void Inquirer::ask(const Inquiry& inquiry) {
    if (hindered(inquiry)) return;
    Asked asked{&inquiry, subjects(inquiry), inputs_[inquiry.id]};
    for (const auto& field : inquiry.fields) {
        if (field.kind == InquiryField::Kind::levers && !asked.inputs.levers) asked.inputs.levers = standard_levers(levers(), field.standard);
    }
    if (Problems problems = problems_of(asked); !problems.empty()) {
        errand_.drop();
        answers_[inquiry.id] = std::make_shared<const Answered>(Answered{std::move(asked), {}, std::move(problems)});
        Q_EMIT changed();
        return;
    }
    under_way_ = &inquiry;
    done_ = std::make_shared<std::atomic<double>>(0.0);
    since_.start();
    const bool was_busy = busy();
    errand_.begin([this, asked = std::move(asked), done = done_](const std::atomic<bool>& stop) -> Errand::Outcome {
        auto result = asked.inquiry->run(asked, [&stop, done](double part) {
            *done = part;
            return !stop;
        });
        if (!result && result.problems.empty()) return {};  // stopped
        Answered answered{asked, result ? std::move(*result.value) : Teller(), std::move(result.problems)};
        return [this, answered = std::make_shared<const Answered>(std::move(answered))] {
            answers_[answered->asked.inquiry->id] = answered;
            Q_EMIT changed();
        };
    });
    if (was_busy) Q_EMIT changed();
}

void Inquirer::cancel() { errand_.drop(); }

std::shared_ptr<const Answered> Inquirer::answer(const Inquiry& inquiry) const {
    const auto found = answers_.find(inquiry.id);
    return found != answers_.end() ? found->second : nullptr;
}

bool Inquirer::edited_since(const Answered& answered) const {
    if (compared_.size() > 64) compared_.clear();
    return std::any_of(answered.asked.subjects.begin(), answered.asked.subjects.end(), [&](const Subject& then) {
        if (!book_.has(then.sheet)) return true;
        const Content now = book_.merged(then.sheet);
        if (!now || now == then.content) return !now;
        const auto [kept, fresh] = compared_.try_emplace({now.get(), then.content.get()}, false, std::pair(now, then.content));
        if (fresh) kept->second.first = *now != *then.content;
        return kept->second.first;
    });
}

SheetId Inquirer::open(const Answered& answered, const decision::Draft& draft) {
    const SheetId of = answered.asked.subjects.front().sheet;
    return book_.add_variant(of, draft.name, draft.description, draft.patch);
}

Result<std::string> Inquirer::text_of(const Answered& answered, const decision::Draft& draft, const std::filesystem::path& output) const {
    const auto& of = answered.asked.subjects.front();
    if (!book_.has(of.sheet) || book_.sheet(of.sheet).path.empty() || book_.dirty(of.sheet)) {
        return {{}, {decision::refusal("base-not-saved", {"save \"" + of.name.en + "\" first: the file builds on it", "先に「" + of.name.ja + "」を保存してください（このファイルの基になります）"})}};
    }
    return decision::draft_text(book_.sheet(of.sheet).path, draft, output);
}

}  // namespace goho::gui
