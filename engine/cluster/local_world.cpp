#include "cluster/local_world.hpp"

namespace goho::cluster {

std::vector<std::unique_ptr<LocalWorld>> LocalWorld::of(int size) {
    auto boxes = std::make_shared<Boxes>();
    for (int i = 0; i < size; ++i) boxes->push_back(std::make_unique<Box>());
    std::vector<std::unique_ptr<LocalWorld>> members;
    for (int i = 0; i < size; ++i) members.push_back(std::unique_ptr<LocalWorld>(new LocalWorld(boxes, i)));
    return members;
}

int LocalWorld::size() const { return static_cast<int>(boxes_->size()); }

void LocalWorld::send(int to, std::string bytes) {
    Box& box = *(*boxes_)[static_cast<std::size_t>(to)];
    const std::lock_guard lock(box.mutex);
    box.messages.push_back({rank_, std::move(bytes)});
}

std::optional<Message> LocalWorld::receive() {
    Box& box = *(*boxes_)[static_cast<std::size_t>(rank_)];
    const std::lock_guard lock(box.mutex);
    if (box.messages.empty()) return {};
    Message message = std::move(box.messages.front());
    box.messages.pop_front();
    return message;
}

}  // namespace goho::cluster
