@echo off
setlocal DisableDelayedExpansion
if not exist "%~dp0program\pythonw.exe" goto missing
if "%~1"=="" goto without_file
start "" /D "%USERPROFILE%" "%~dp0program\pythonw.exe" -X utf8 -m ita_desktop "%~f1"
exit /b 0

:without_file
start "" /D "%USERPROFILE%" "%~dp0program\pythonw.exe" -X utf8 -m ita_desktop
exit /b 0

:missing
chcp 65001 >nul
echo.
echo เปิด ITA Desktop ไม่ได้ เพราะไม่พบโฟลเดอร์ program ที่อยู่ข้างไฟล์นี้
echo กรุณาคลิกขวาที่ไฟล์ .zip เลือก "แยกทั้งหมด" (Extract All) แล้วเปิดไฟล์นี้จากโฟลเดอร์ที่แยกได้
echo.
echo The folder "program" is not beside this file. Please extract the whole .zip file first.
echo.
pause
exit /b 1
