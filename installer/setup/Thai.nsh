;Language: Thai (1054)
;What the pages of Modern UI say, in the words of ITA Desktop.

!insertmacro LANGFILE "Thai" = "ไทย" "Thai"

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "ติดตั้ง $(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "$(WELCOME)$\r$\n$\r$\n$_CLICK"
!endif

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "โฟลเดอร์ที่จะติดตั้ง"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "โดยทั่วไปใช้โฟลเดอร์ที่เสนอไว้ได้เลย"
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "กำลังติดตั้ง"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "กรุณารอสักครู่ กำลังติดตั้ง $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "ติดตั้งเสร็จแล้ว"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "ติดตั้ง $(^NameDA) เรียบร้อยแล้ว"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "ติดตั้งไม่สำเร็จ"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "การติดตั้งหยุดก่อนเสร็จ"
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "กำลังถอนการติดตั้ง"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "กรุณารอสักครู่ กำลังถอน $(^NameDA) ออกจากเครื่อง"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "ถอนการติดตั้งเสร็จแล้ว"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "ไฟล์ข้อมูล ไฟล์สำรอง และการตั้งค่าของท่านยังอยู่ครบ"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "ถอนการติดตั้งไม่สำเร็จ"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "การถอนการติดตั้งหยุดก่อนเสร็จ"
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "ติดตั้ง $(^NameDA) เสร็จแล้ว"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(FINISHED)$\r$\n$\r$\nกด “เสร็จสิ้น” เพื่อปิดหน้าต่างนี้"
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "ต้องเปิดเครื่องใหม่เพื่อให้การติดตั้ง $(^NameDA) เสร็จสมบูรณ์ ต้องการเปิดเครื่องใหม่เดี๋ยวนี้หรือไม่"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "เปิดเครื่องใหม่เดี๋ยวนี้"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "จะเปิดเครื่องใหม่เองภายหลัง"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&เปิด $(^NameDA) ทันที"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&แสดงคำแนะนำ"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "เ&สร็จสิ้น"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "ถอนการติดตั้ง $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "ถอนโปรแกรมออกจากเครื่องนี้ โดยข้อมูลของท่านยังอยู่"
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "ต้องการออกจากการติดตั้ง $(^Name) หรือไม่"
!endif

!ifdef MUI_UNABORTWARNING
  ${LangFileString} MUI_UNTEXT_ABORTWARNING "ต้องการออกจากการถอนการติดตั้ง $(^Name) หรือไม่"
!endif
