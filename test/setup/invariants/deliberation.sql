-- posts-have-texts: Every post of a discussion has its texts, numbered from 1 without gaps.
SELECT p.id, count(v.id) AS texts, max(v.number) AS last FROM discussion_post p LEFT JOIN discussion_post_version v ON v.post_id = p.id
 GROUP BY p.id HAVING count(v.id) = 0 OR max(v.number) <> count(v.id);

-- threads-opened: Every thread of a discussion begins with a post and is traced once.
SELECT t.id, count(DISTINCT p.id) AS posts, count(DISTINCT e.id) AS traces FROM discussion_thread t LEFT JOIN discussion_post p ON p.thread_id = t.id
  LEFT JOIN audit_event e ON e.tenant_id = t.tenant_id AND e.action = 'deliberation.thread-started' AND e.object_id = t.item_id AND e.details ->> 'threadId' = t.id::text
 GROUP BY t.id HAVING count(DISTINCT p.id) = 0 OR count(DISTINCT e.id) <> 1;
