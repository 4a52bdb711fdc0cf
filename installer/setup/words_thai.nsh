; What the set-up of ITA Desktop says in Thai; words_english.nsh has the same in English.
; In messages $0, $1 and $2 are what the calling function names.

LangString WELCOME ${LANG_THAI} "โปรแกรมทำงาน ITA ขององค์กรปกครองส่วนท้องถิ่น รุ่น ${VERSION}$\r$\n$\r$\nติดตั้งสำหรับบัญชีผู้ใช้นี้ ไม่ต้องใช้สิทธิ์ผู้ดูแลเครื่อง และไม่ต้องต่ออินเทอร์เน็ต$\r$\n$\r$\nหากมีรุ่นก่อนอยู่แล้ว ระบบจะติดตั้งทับให้ ไฟล์ข้อมูล ไฟล์สำรอง และการตั้งค่าของท่านยังอยู่ครบ$\r$\n$\r$\nกรุณาปิดหน้าต่าง ITA Desktop ก่อนติดตั้ง"
LangString FINISHED ${LANG_THAI} "เปิดโปรแกรมได้จากไอคอน ITA Desktop บนหน้าจอ จากเมนูเริ่ม (Start) หรือดับเบิลคลิกไฟล์ข้อมูล (.ita)"
LangString UNINSTALL_WHAT ${LANG_THAI} "ระบบจะถอนโปรแกรม ITA Desktop ออกจากเครื่องนี้$\r$\n$\r$\nไฟล์ข้อมูล (.ita) ไฟล์สำรอง และการตั้งค่าของท่านยังอยู่ครบ หากติดตั้งโปรแกรมใหม่ ก็เปิดทำงานต่อได้ทันที"
LangString UNINSTALL_FROM ${LANG_THAI} "ถอนออกจาก:"

LangString REFUSED_WINDOWS ${LANG_THAI} "ติดตั้งบนเครื่องนี้ไม่ได้ ITA Desktop ต้องใช้ Windows 10 รุ่น 1809 ขึ้นไป หรือ Windows 11 แบบ 64 บิต กรุณาติดตั้งบนเครื่องอื่น หรือให้ผู้ดูแลเครื่องปรับรุ่น Windows ก่อน"
LangString REFUSED_SETUP ${LANG_THAI} "กำลังติดตั้งหรือถอนการติดตั้ง ITA Desktop อยู่แล้ว กรุณารอให้เสร็จก่อน แล้วเริ่มใหม่"
LangString REFUSED_RUNNING ${LANG_THAI} "ITA Desktop กำลังทำงานอยู่ กรุณาปิดโปรแกรมทุกหน้าต่าง แล้วกด “ลองใหม่” (Retry)$\r$\n$\r$\nสิ่งที่กรอกไว้บันทึกแล้วทั้งหมด หากยังไม่ต้องการทำต่อ กด “ยกเลิก” (Cancel) จะไม่มีสิ่งใดเปลี่ยนแปลง"
LangString REFUSED_NEWER ${LANG_THAI} "เครื่องนี้มี ITA Desktop รุ่น $0 ซึ่งใหม่กว่ารุ่น ${VERSION} ที่กำลังจะติดตั้ง$\r$\n$\r$\nไฟล์ข้อมูลที่เปิดด้วยรุ่นใหม่แล้ว รุ่นเก่าอาจเปิดไม่ได้ ต้องการติดตั้งรุ่นเก่าทับหรือไม่"
LangString REFUSED_FOLDER ${LANG_THAI} "เขียนไฟล์ลงในโฟลเดอร์นี้ไม่ได้$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาเลือกโฟลเดอร์อื่น หรือใช้โฟลเดอร์ที่ระบบเสนอไว้"
LangString REFUSED_LONG ${LANG_THAI} "ชื่อโฟลเดอร์นี้ยาวเกินไป$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาเลือกโฟลเดอร์ที่ชื่อสั้นกว่านี้ หรือใช้โฟลเดอร์ที่ระบบเสนอไว้"
LangString REFUSED_SPACE ${LANG_THAI} "พื้นที่ว่างในไดรฟ์ไม่พอ ต้องใช้ $1 MB แต่เหลือ $2 MB$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาลบไฟล์ที่ไม่ใช้แล้วออกจากไดรฟ์นี้ หรือเลือกโฟลเดอร์ในไดรฟ์อื่น"
LangString REFUSED_TEMP ${LANG_THAI} "พื้นที่ว่างในไดรฟ์ที่ Windows ใช้วางไฟล์ชั่วคราวไม่พอ ต้องใช้ $1 MB แต่เหลือ $2 MB$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาลบไฟล์ที่ไม่ใช้แล้วออกจากไดรฟ์นี้ แล้วติดตั้งอีกครั้ง"
LangString FAILED_UNPACK ${LANG_THAI} "วางไฟล์ของโปรแกรมไม่สำเร็จ$\r$\n$\r$\n$0$\r$\n$\r$\nโปรแกรมป้องกันไวรัสอาจกันไฟล์นี้ไว้ หรือพื้นที่ในไดรฟ์อาจเต็ม กรุณาตรวจสอบ แล้วติดตั้งอีกครั้ง$\r$\n$\r$\nหากมีรุ่นก่อนอยู่ ยังใช้งานได้ตามเดิม"
LangString FAILED_HELD ${LANG_THAI} "โปรแกรมอื่นกำลังใช้ไฟล์หรือโฟลเดอร์นี้อยู่$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาปิดโปรแกรมนั้น หรือรอสักครู่ แล้วกด “ลองใหม่” (Retry) หากกด “ยกเลิก” (Cancel) ทุกอย่างจะกลับเป็นเหมือนก่อนติดตั้ง"
LangString FAILED_BEFORE ${LANG_THAI} "การติดตั้งครั้งก่อนยังไม่เสร็จ เพราะโปรแกรมอื่นกำลังใช้ไฟล์ในโฟลเดอร์นี้$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาเปิดเครื่องใหม่ แล้วติดตั้งอีกครั้ง"
LangString FAILED_REMOVE ${LANG_THAI} "ลบไฟล์บางไฟล์ของโปรแกรมไม่ได้ เพราะโปรแกรมอื่นกำลังใช้อยู่$\r$\n$\r$\n$0$\r$\n$\r$\nกรุณาปิดโปรแกรมนั้น หรือเปิดเครื่องใหม่ แล้วลบไฟล์ที่เหลือได้เอง"

LangString STEP_UNPACK ${LANG_THAI} "กำลังวางไฟล์ของโปรแกรม"
LangString STEP_VERIFY ${LANG_THAI} "กำลังตรวจไฟล์ให้ครบ"
LangString STEP_SWAP ${LANG_THAI} "กำลังเปลี่ยนเป็นรุ่นใหม่"
LangString STEP_WAIT ${LANG_THAI} "กำลังรอโปรแกรมอื่นปล่อยไฟล์:"
LangString STEP_MARKS ${LANG_THAI} "กำลังสร้างไอคอนและเมนู"
LangString STEP_REMOVE ${LANG_THAI} "กำลังลบไฟล์ของโปรแกรม"
LangString STEP_DONE ${LANG_THAI} "เรียบร้อยแล้ว"
LangString STEP_BACK ${LANG_THAI} "กลับเป็นเหมือนก่อนติดตั้งแล้ว"

LangString FILE_KIND ${LANG_THAI} "ไฟล์ข้อมูล ITA Desktop"
LangString SHORTCUT_TIP ${LANG_THAI} "โปรแกรมทำงาน ITA ขององค์กรปกครองส่วนท้องถิ่น"
