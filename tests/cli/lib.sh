# shellcheck shell=bash
# lib.sh: what the scripts of tests/cli share.

# Takes from JSON what differs from run to run and from version to version.
steady() {
	sed -E 's/"(took_us|score|seconds|created|bytes)":("[^"]*"|[0-9.e+-]+)/"\1":0/g'
}

# The values of a JSON member, one a line: `member id <json`.
member() {
	grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^][,{}]+)" |
		sed -E 's/^"[^"]*"://; s/^"(.*)"$/\1/'
}

# Four short acts that hang together, as JSON Lines.
four_acts() {
	cat <<'END'
{"id":"ct48","number":"48-CT/TW","kind":"chỉ thị","issuer":"Bộ Chính trị","date":"2010-10-22","title":"về công tác phòng, chống tội phạm","text":"Bộ Chính trị chỉ thị như sau:\n\nI- TÌNH HÌNH\n\nTội phạm diễn biến phức tạp.\n\nII- NHIỆM VỤ\n\nPhòng ngừa từ cơ sở."}
{"id":"kl13","number":"13-KL/TW","kind":"kết luận","issuer":"Bộ Chính trị","date":"2021-08-16","title":"về tiếp tục thực hiện Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính trị khóa X","text":"Bộ Chính trị kết luận như sau:\n\n1. Các cấp ủy tiếp tục thực hiện nghiêm Chỉ thị số 48-CT/TW."}
{"id":"ctr59","number":"59-CTr/TU","kind":"chương trình","issuer":"Tỉnh ủy Hậu Giang","date":"2021-11-15","title":"thực hiện Kết luận số 13-KL/TW ngày 16/8/2021 của Bộ Chính trị","text":"Thực hiện Kết luận số 13-KL/TW ngày 16/8/2021 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy ban hành Chương trình như sau:\n\n1. Kéo giảm tội phạm."}
{"id":"ghi-chep","title":"Ghi chép về mùa lúa","text":"Nông dân thu hoạch lúa hè thu, giá lúa tăng nhẹ."}
END
}

# An index of them in the folder "acts".
index_four_acts() {
	four_acts | tracuu-index --index acts - >index.log 2>&1
	export TRACUU_INDEX=$PWD/acts
}
