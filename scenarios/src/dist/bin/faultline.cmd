@echo off
rem Starts Faultline from an unpacked release. Needs a JDK 21 or newer, nothing else.
setlocal
for %%I in ("%~dp0..") do set "FAULTLINE_HOME=%%~fI"
set "FAULTLINE_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "FAULTLINE_JAVA=%JAVA_HOME%\bin\java.exe"

set "FAULTLINE_VERSION="
for /f "tokens=3" %%V in ('call "%FAULTLINE_JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined FAULTLINE_VERSION set "FAULTLINE_VERSION=%%~V"
if not defined FAULTLINE_VERSION (
  echo faultline: needs a JDK 21 or newer; found none. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 70
)
for /f "tokens=1 delims=.-+" %%M in ("%FAULTLINE_VERSION%") do set "FAULTLINE_MAJOR=%%M"
if %FAULTLINE_MAJOR% LSS 21 (
  echo faultline: needs a JDK 21 or newer; found %FAULTLINE_VERSION% ^(%FAULTLINE_JAVA%^). Install one, or set JAVA_HOME to it. 1>&2
  exit /b 70
)

set "FAULTLINE_COLLECTOR=-XX:+UseSerialGC"
for %%C in (fuzz shrink score) do if /i "%~1"=="%%C" set "FAULTLINE_COLLECTOR=-XX:+UseParallelGC"

rem The JVM makes the class archive at the first exit, and anew when the jars change.
set "FAULTLINE_ARCHIVE="
if defined LOCALAPPDATA (
  if not exist "%LOCALAPPDATA%\faultline" mkdir "%LOCALAPPDATA%\faultline" 2>nul
  set FAULTLINE_ARCHIVE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\faultline\classes-%FAULTLINE_VERSION%.jsa"
)

"%FAULTLINE_JAVA%" %FAULTLINE_COLLECTOR% -XX:-UsePerfData -Xlog:disable %FAULTLINE_ARCHIVE% ^
  --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR %FAULTLINE_JAVA_OPTS% ^
  "-Dfaultline.library=%FAULTLINE_HOME%\library" "-Dfaultline.command=faultline" ^
  -cp "%FAULTLINE_HOME%\lib\faultline-cli.jar" dev.faultline.cli.Main %*
exit /b %ERRORLEVEL%
