-- An office as the first program kept it: one complaint and its one letter.
INSERT INTO person (id, uid, username, folded, name, name_key, position, roles, active, failures)
VALUES (1, 'u', 'a', 'a', 'ก', 'ก', '', '[]', 1, 0);
INSERT INTO signatory
VALUES (1, 'นายสมคิด', 'ผู้อำนวยการ', '', 1);
INSERT INTO channel
VALUES (1, 'c', 'ช่อง', 'phone', 1, '', 'passive', 1);
INSERT INTO source
VALUES (1, 's', 'แหล่ง', 5, 0, 1);
INSERT INTO category
VALUES (1, 'k', 'หมวด', 'general', 'normal', 0, 0, '', 1);
INSERT INTO office_facts (effective_from, name, address, letter_prefix, group_name, phone, email, director_title, garuda)
VALUES ('2025-01-01', 'สพป.', 'ที่อยู่', 'ศธ', 'กลุ่ม', '๐', '', '', 'preprinted');
INSERT INTO complaint (id, uid, version, year, running, tracking, type, status, priority, channel_id, channel_kind, source_id, category_id, registered_by, received_at, received_on, recorded_at, restricted, child_danger, policy_version, cycle, subject, subject_key, petitioner, petitioner_key, anonymous)
VALUES (1, 'u', 1, 2569, 1, 'T', 'complaint', 'received', 'normal', 1, 'phone', 1, 1, 1, 0, '2026-07-15', 0, 0, 0, 1, 1, 'เรื่อง', '', '', '', 0);
INSERT INTO stored_file
VALUES ('f', 3, 'abc');
INSERT INTO letter (id, complaint_id, kind, year, running, number, dated, recipient, salutation, finding, particular, signatory_id, paragraphs, issued_at, issued_by, pdf, status, tracking)
VALUES (1, 1, 'acknowledgement', 2569, 7, 'ศธ/7', '2026-07-15', 'นางปราณี', 'เรียน', 'referred', 'หน่วยงาน', 1, '["ย่อหน้า ๑", "ย่อหน้า ๒"]', 0, 1, 'f', 'printed', '');
