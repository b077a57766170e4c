#include "analysis/formula.hpp"

#include "core/format.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace goho::analysis {

namespace {

constexpr std::size_t most_steps = 12;

enum Strength { comparison = 0, sum = 1, product = 2, sign = 3, atom = 4 };

struct Phrase {
    Text text;
    Strength strength = atom;
};

struct Word {
    Op op;
    Label name, meaning;
};

constexpr Word words[] = {
    {Op::whole_yen, {"round", "四捨五入"}, {"to the nearest yen", "円未満を四捨五入"}},
    {Op::drop_fraction, {"drop", "切捨て"}, {"fractions of a yen dropped", "円未満を切り捨て"}},
    {Op::drop_below, {"drop below", "未満切捨て"}, {"what is below a multiple of the second number is dropped", "2番目の数の倍数に満たない部分を切り捨て"}},
    {Op::positive_part, {"positive", "0以上"}, {"never below zero", "0を下回らない"}},
    {Op::maximum, {"larger of", "大きい方"}, {}},
    {Op::minimum, {"smaller of", "小さい方"}, {}},
    {Op::clamp, {"within", "範囲内"}, {"the first number, kept between the other two", "1番目の数を残り2つの数の間に収める"}},
    {Op::absolute, {"size of", "絶対値"}, {"without its sign", "符号を除いた大きさ"}},
    {Op::floor, {"rounded down", "切下げ"}, {}},
    {Op::ceil, {"rounded up", "切上げ"}, {}},
    {Op::exp, {"exp", "exp"}, {"e to that power: even steps in it multiply the result", "eのべき乗。同じ幅の増加ごとに結果が同じ倍率で変わる"}},
    {Op::log, {"ln", "ln"}, {"natural logarithm: equal percentages count alike", "自然対数。同じ割合の変化を同じ大きさに数える"}},
    {Op::sqrt, {"square root of", "平方根"}, {}},
    {Op::logistic, {"S-curve", "S字曲線"}, {"from 0 to 1, a half at zero", "0から1に変わり、0のとき0.5になる"}},
};

const Word* word_of(Op op) {
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const Word& w) { return w.op == op; });
    return found == std::end(words) ? nullptr : found;
}

/// What of an operation belongs to the equation, in its order; a choice shows what was chosen.
std::vector<Tape::Id> operands(const Tape& tape, Tape::Id id) {
    const auto& e = tape[id];
    switch (e.op) {
        case Op::constant: return {};
        case Op::select: return {e.a};
        case Op::divide_or: return tape[e.b].value == 0.0 ? std::vector{e.c} : std::vector{e.a, e.b};
        case Op::clamp: return {e.a, e.b, e.c};
        default: return e.b ? std::vector{e.a, e.b} : std::vector{e.a};
    }
}

std::string literal(double value) {
    if (value != 0.0 && std::abs(value) < 1e-3) return fmt::format("{:.4g}", value);
    return plain_number(value, 6);
}

class Writer {
public:
    Writer(const Recording& r, Tape::Id root, const Name& self, int most)
        : r_(r), tape_(r.tape), root_(root), month_(r.month_of(root)), self_(self), most_(most) {
        count(root_);
    }

    Formula write() {
        top_ = essence(root_);
        const auto parts = parts_of(top_);
        if (parts.size() > 1) write_sum(parts);
        else out_.text = written(root_).text;
        for (std::size_t i = 0; i < conditions_.size(); ++i) {  // a condition may name another
            const Tape::Id id = conditions_[i];
            const bool holds = tape_[id].value != 0.0;
            const Text said = written(id).text;
            out_.decisions.push_back({said.en + (holds ? ": yes" : ": no"), said.ja + (holds ? "：はい" : "：いいえ")});
        }
        for (const auto& [en, ja] : steps_) out_.steps.push_back({en, ja});
        if (most_ < write_all && steps_.size() > most_steps) {  // a calculation rather than an equation
            out_.text = {fmt::format("calculated in {} steps from the figures below", steps_.size()),
                         fmt::format("下の数値から{}段階の計算で求める", steps_.size())};
            out_.steps.clear();
            out_.decisions.clear();
            out_.functions.clear();
        }
        return std::move(out_);
    }

private:
    struct Part {
        Tape::Id id;
        bool minus;
    };

    const Recording& r_;
    const Tape& tape_;
    Tape::Id root_, top_ = 0;  // top: the root, or the branch that was chosen for it
    int month_;
    Name self_;
    int most_;
    std::map<Tape::Id, int> uses_;
    std::map<Tape::Id, std::string> letters_;
    std::vector<std::pair<std::string, std::string>> steps_;
    std::vector<Tape::Id> conditions_;
    Formula out_;

    bool ends(Tape::Id id) const { return id != root_ && (is_named(r_, id) || is_carried_over(r_, id, month_)); }
    bool is_one(Tape::Id id) const {
        const auto& e = tape_[id];
        if (ends(id) || e.value != 1.0) return false;
        return e.op == Op::constant || ((e.op == Op::add || e.op == Op::subtract) && is_one(e.a) && is_nothing(e.b));
    }

    void count(Tape::Id id) {
        if (++uses_[id] > 1 || ends(id)) return;
        for (const Tape::Id operand : operands(tape_, id)) count(operand);
        if (tape_[id].op == Op::select) count(tape_[id].b);
    }

    /// What an entry comes down to: the branch that was chosen, without zeros added and ones multiplied.
    Tape::Id essence(Tape::Id id) {
        while (!ends(id)) {
            const auto& e = tape_[id];
            if (e.op == Op::select) {
                if (std::find(conditions_.begin(), conditions_.end(), e.b) == conditions_.end()) conditions_.push_back(e.b);
                id = e.a;
            } else if (e.op == Op::divide_or && tape_[e.b].value == 0.0) {
                id = e.c;
            } else if (e.op == Op::add && is_nothing(e.a)) {
                id = e.b;
            } else if ((e.op == Op::add || e.op == Op::subtract) && is_nothing(e.b)) {
                id = e.a;
            } else if (e.op == Op::multiply && is_one(e.a)) {
                id = e.b;
            } else if ((e.op == Op::multiply || e.op == Op::divide) && is_one(e.b)) {
                id = e.a;
            } else {
                break;
            }
        }
        return id;
    }

    /// The parts of a sum, through all inner sums; constant zeros, with which every sum starts, are left out.
    std::vector<Part> parts_of(Tape::Id id) {
        std::vector<Part> parts;
        add_parts(id, false, parts);
        return parts;
    }
    void add_parts(Tape::Id id, bool minus, std::vector<Part>& parts) {
        id = essence(id);
        const auto& e = tape_[id];
        const bool open = !ends(id) && (id == root_ || id == top_ || uses_[id] < 2);
        if (open && (e.op == Op::add || e.op == Op::subtract)) {
            add_parts(e.a, minus, parts);
            add_parts(e.b, e.op == Op::subtract ? !minus : minus, parts);
        } else if (open && e.op == Op::negate) {
            add_parts(e.a, !minus, parts);
        } else if (!is_nothing(id)) {
            parts.push_back({id, minus});
        }
    }

    /// A zero that the model wrote, or something times it.
    bool is_nothing(Tape::Id id) const {
        const auto& e = tape_[id];
        if (ends(id)) return false;
        return e.op == Op::constant ? e.value == 0.0 : e.op == Op::multiply && (is_nothing(e.a) || is_nothing(e.b));
    }

    void write_sum(std::vector<Part> parts) {
        const auto size = [&](const Part& p) { return std::abs(tape_[p.id].value); };
        const auto all = parts.size();
        if (most_ < write_all) {  // zeros hide the rest: all of a long sum, in a short one those without a name
            const bool is_long = static_cast<int>(all) > most_ / 2;
            cancel(parts);
            std::erase_if(parts, [&](const Part& p) { return size(p) == 0.0 && (is_long || !ends(p.id)); });
            out_.zeros = static_cast<int>(all - parts.size());
        }
        if (parts.empty()) {
            out_.text = {"0", "0"};
            return;
        }
        if (parts.size() == 1 && out_.zeros > 0) top_ = parts.front().id;  // what is left needs no letter
        if (static_cast<int>(parts.size()) > most_) {
            std::stable_sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) { return size(a) > size(b); });
            for (std::size_t i = static_cast<std::size_t>(most_); i < parts.size(); ++i) {
                out_.more_sum += parts[i].minus ? -tape_[parts[i].id].value : tape_[parts[i].id].value;
            }
            out_.more = static_cast<int>(parts.size()) - most_;
            parts.resize(static_cast<std::size_t>(most_));
        }
        for (const Part& p : parts) out_.terms.push_back({p.id, p.minus ? -tape_[p.id].value : tape_[p.id].value});
        const Text written_out = joined(parts, false).text;
        out_.text = out_.more == 0 ? written_out
                                   : Text{fmt::format("sum of {} figures, the largest of them below", all),
                                          fmt::format("{}件の合計（大きい順に表示）", all)};
    }

    /// What is added and taken away again, as a balance that has not moved.
    static void cancel(std::vector<Part>& parts) {
        for (auto p = parts.begin(); p != parts.end();) {
            const auto other = std::find_if(p + 1, parts.end(), [&](const Part& q) { return q.id == p->id && q.minus != p->minus; });
            if (other == parts.end()) {
                ++p;
            } else {
                parts.erase(other);
                p = parts.erase(p);
            }
        }
    }

    Phrase joined(const std::vector<Part>& all, bool shorten = true) {
        Text text;
        std::vector<Part> parts = all;
        const bool names_only = std::all_of(parts.begin(), parts.end(), [&](const Part& p) { return ends(p.id); });
        if (shorten && names_only && most_ < write_all && static_cast<int>(parts.size()) > most_ / 2 + 2) {  // the weights of a season
            std::stable_sort(parts.begin(), parts.end(),
                             [&](const Part& a, const Part& b) { return std::abs(tape_[a.id].value) > std::abs(tape_[b.id].value); });
            parts.resize(2);
        }
        for (const Part& p : parts) {
            const Text one = within(p.id, product);
            const char* const between = text.empty() ? (p.minus ? "−" : "") : p.minus ? " − " : " + ";
            text.en += between + one.en;
            text.ja += between + one.ja;
        }
        if (parts.size() < all.size()) {
            text.en += fmt::format(" + {} more", all.size() - parts.size());
            text.ja += fmt::format(" + 他{}件", all.size() - parts.size());
        }
        return {text, parts.size() > 1 || parts.front().minus ? sum : atom};
    }

    Text within(Tape::Id id, Strength least) {
        const Phrase phrase = written(id);
        if (phrase.strength >= least) return phrase.text;
        return {"(" + phrase.text.en + ")", "(" + phrase.text.ja + ")"};
    }

    Phrase written(Tape::Id id) {
        id = essence(id);
        if (ends(id)) {
            if (std::find(out_.inputs.begin(), out_.inputs.end(), id) == out_.inputs.end()) out_.inputs.push_back(id);
            return {shown_name(r_, id, self_), atom};
        }
        const auto& e = tape_[id];
        if (e.op == Op::constant) return {{literal(e.value), literal(e.value)}, e.value < 0.0 ? sign : atom};
        if (id == root_ || id == top_ || uses_[id] < 2) return calculation(id);
        if (const auto known = letters_.find(id); known != letters_.end()) return {{known->second, known->second}, atom};
        const Text said = calculation(id).text;  // its own steps come first
        const std::string letter = next_letter();
        letters_[id] = letter;
        steps_.emplace_back(letter + " = " + said.en, letter + " = " + said.ja);
        return {{letter, letter}, atom};
    }

    std::string next_letter() const {
        const auto n = letters_.size();
        const std::string last(1, static_cast<char>('A' + n % 26));
        return n < 26 ? last : std::string(1, static_cast<char>('A' + (n / 26 - 1) % 26)) + last;
    }

    Phrase pair(Tape::Id id, const char* symbol, Strength left, Strength right, Strength whole) {
        const auto& e = tape_[id];
        const Text a = within(e.a, left), b = within(e.b, right);
        return {{a.en + symbol + b.en, a.ja + symbol + b.ja}, whole};
    }

    Phrase calculation(Tape::Id id) {
        const auto& e = tape_[id];
        switch (e.op) {
            case Op::add:
            case Op::subtract:
            case Op::negate: {
                std::vector<Part> parts;
                if (e.op == Op::negate) {
                    add_parts(e.a, true, parts);
                } else {
                    add_parts(e.a, false, parts);
                    add_parts(e.b, e.op == Op::subtract, parts);
                }
                if (parts.empty()) return {{"0", "0"}, atom};
                if (parts.size() == 1 && !parts.front().minus) return written(parts.front().id);
                return joined(parts);
            }
            case Op::multiply: return pair(id, " × ", product, product, product);
            case Op::divide:
            case Op::divide_or: return pair(id, " ÷ ", product, sign, product);
            case Op::power:
            case Op::pow: return pair(id, " ^ ", atom, atom, sign);
            case Op::less: return pair(id, " < ", sum, sum, comparison);
            case Op::greater: return pair(id, " > ", sum, sum, comparison);
            case Op::at_most: return pair(id, " ≤ ", sum, sum, comparison);
            case Op::at_least: return pair(id, " ≥ ", sum, sum, comparison);
            case Op::equal: return pair(id, " = ", sum, sum, comparison);
            case Op::both: return either(id, " and ", "かつ");
            case Op::either: return either(id, " or ", "または");
            case Op::opposite: {
                const auto& inner = tape_[e.a];
                if (inner.op == Op::equal) return pair(e.a, " ≠ ", sum, sum, comparison);
                const Text a = written(e.a).text;
                return {{"not (" + a.en + ")", "(" + a.ja + ")でない"}, comparison};
            }
            default: return function(id);
        }
    }

    Phrase either(Tape::Id id, const char* en, const char* ja) {
        const Text a = within(tape_[id].a, sum), b = within(tape_[id].b, sum);
        return {{a.en + en + b.en, a.ja + ja + b.ja}, comparison};
    }

    Phrase function(Tape::Id id) {
        const Op op = tape_[id].op;
        const Word* const word = word_of(op);
        if (std::find(out_.functions.begin(), out_.functions.end(), op) == out_.functions.end()) out_.functions.push_back(op);
        Text inside;
        for (const Tape::Id operand : operands(tape_, id)) {
            const Text one = written(operand).text;
            inside.en += (inside.en.empty() ? "" : ", ") + one.en;
            inside.ja += (inside.ja.empty() ? "" : ", ") + one.ja;
        }
        return {{std::string(word->name.en) + "(" + inside.en + ")", std::string(word->name.ja) + "(" + inside.ja + ")"}, atom};
    }
};

}  // namespace

Formula formula(const Recording& r, Tape::Id id, const Name& self, int most) { return Writer(r, id, self, most).write(); }

std::vector<Tape::Id> direct_inputs(const Recording& r, Tape::Id root) {
    std::vector<Tape::Id> found;
    std::set<Tape::Id> seen;
    const int month = r.month_of(root);
    const auto visit = [&](const auto& again, Tape::Id id) -> void {
        if (!seen.insert(id).second) return;
        if (id != root && (is_named(r, id) || is_carried_over(r, id, month))) {
            found.push_back(id);
            return;
        }
        for (const Tape::Id operand : operands(r.tape, id)) again(again, operand);
        if (r.tape[id].op == Op::select) again(again, r.tape[id].b);
    };
    visit(visit, root);
    return found;
}

Text meaning_of(Op op) {
    const Word* const word = word_of(op);
    if (!word || word->meaning.en.empty()) return {};
    return {fmt::format("{}(…): {}", word->name.en, word->meaning.en), fmt::format("{}(…): {}", word->name.ja, word->meaning.ja)};
}

}  // namespace goho::analysis
