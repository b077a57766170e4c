#include "cluster/crew.hpp"

#include "cluster/journal.hpp"
#include "cluster/queue.hpp"
#include "core/sha256.hpp"

#include <charconv>

namespace goho::cluster {

namespace {

class Work {
public:
    Work(const CrewRequest& request, CrewReport& report, const Pieces& pieces)
        : request_(request), report_(report), pieces_(pieces), identity_(sha256(request.made_from + "\n" + pieces.made_from)), done_(pieces.count, false) {}

    Gathered run() {
        if (request_.world != nullptr && request_.world->rank() > 0) {
            follow(*request_.world, [this](std::string_view identity) { return followed(identity); });
            return Gathered::elsewhere;
        }
        if (!open_journal()) return Gathered::stopped;
        for (std::uint64_t piece = 0; piece < pieces_.count; ++piece) left_ += wanted(piece) ? 1 : 0;
        total_ = done_count_ + left_;
        const bool whole = request_.proceed(done_count_, total_) && lead_or_do_alone() && report_.problems.empty();
        return !whole ? Gathered::stopped : request_.share.whole() ? Gathered::here : Gathered::elsewhere;
    }

private:
    bool wanted(std::uint64_t piece) const { return !done_[piece] && request_.share.has(piece); }

    /// Takes in what is there already. False when the journal cannot be used.
    bool open_journal() {
        if (!request_.journal) return true;
        const Share& share = request_.share;
        const std::string member = share.whole() ? "all" : "share-" + std::to_string(share.number) + "-of-" + std::to_string(share.of);
        auto opened = Journal::open(*request_.journal, identity_.substr(0, 32), member);
        if (!opened) {
            report_.problems = std::move(opened.problems);
            return false;
        }
        journal_.emplace(std::move(*opened.value));
        journal_->read([&](std::uint64_t piece, std::string_view bytes) {
            if (piece >= pieces_.count || done_[piece]) return;
            done_[piece] = true;
            if (!share.has(piece)) return;
            ++done_count_;
            ++report_.found;
            if (share.whole()) pieces_.take(piece, bytes);
        });
        return true;
    }

    std::optional<std::uint64_t> next() {
        while (next_ < pieces_.count && !wanted(next_)) ++next_;
        if (next_ >= pieces_.count) return {};
        --left_;
        return next_++;
    }

    void take(std::uint64_t piece, std::string_view bytes) {
        if (journal_) report_.problems = journal_->append(piece, bytes);
        if (!report_.problems.empty()) return;
        if (request_.share.whole()) pieces_.take(piece, bytes);
        ++done_count_;
        ++report_.computed;
    }
    bool proceed() { return report_.problems.empty() && request_.proceed(done_count_, total_); }

    bool lead_or_do_alone() {
        if (request_.world == nullptr || request_.world->size() == 1) {
            while (const auto piece = next()) {
                take(*piece, pieces_.compute(*piece));
                if (!proceed()) return false;
            }
            return true;
        }
        Leading leading;
        leading.setup = identity_;
        leading.next = [this]() -> std::optional<Task> {
            const auto piece = next();
            return piece ? std::optional<Task>({*piece, std::to_string(*piece)}) : std::nullopt;
        };
        leading.plenty = [this] { return left_ > 4 * static_cast<std::uint64_t>(request_.world->size()); };
        leading.take = [this](std::uint64_t piece, const std::string& bytes) { take(piece, bytes); };
        leading.proceed = [this] { return proceed(); };
        try {
            return lead(*request_.world, compute(), leading);
        } catch (const Failed& failed) {
            report_.problems.push_back({"process-failed", {}, {}, 0, 0,
                                        {std::string("a process could not do its part: ") + failed.what(), std::string("計算に参加したプロセスが失敗しました: ") + failed.what()}, {}});
            return false;
        }
    }

    Compute compute() {
        return [this](std::string_view task) {
            std::uint64_t piece = 0;
            std::from_chars(task.data(), task.data() + task.size(), piece);
            return pieces_.compute(piece);
        };
    }

    Compute followed(std::string_view identity) {
        if (identity != identity_) throw Failed("its scenario files or its version of goho are not those of the others");
        return compute();
    }

    const CrewRequest& request_;
    CrewReport& report_;
    const Pieces& pieces_;
    std::string identity_;
    std::optional<Journal> journal_;
    std::vector<bool> done_;
    std::uint64_t next_ = 0, left_ = 0, done_count_ = 0, total_ = 0;
};

}  // namespace

Crew crew(const CrewRequest& request, CrewReport& report) {
    return [&request, &report](const Pieces& pieces) { return Work(request, report, pieces).run(); };
}

}  // namespace goho::cluster
