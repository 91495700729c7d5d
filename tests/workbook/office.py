"""Drives a real LibreOffice, headless: opens workbooks, tells what it sees, fills cells and saves.

Usage: office.py JOBS.json REPORT.json PROFILE
Each job: {"open": path, "edits": [{"sheet", "cell", "typed" | "number" | "text" | "formula" | "clear"}],
           "look": [{"sheet", "cell"}], "save": [{"path", "filter", "options"}]}
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table.CellContentType import FORMULA


def prop(name, value):
    found = PropertyValue()
    found.Name = name
    found.Value = value
    return found


def connect(pipe, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    until = time.monotonic() + 90
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if process.poll() is not None or time.monotonic() > until:
                return None
            time.sleep(0.25)


def value_of(cell):
    if cell.getError() != 0:
        return {"error": cell.getError(), "shown": cell.String}
    kind = cell.Type.value
    if kind == "EMPTY":
        return {"shown": ""}
    return {"number": cell.Value, "shown": cell.String, "formula": cell.Formula if cell.Type == FORMULA else None}


def rule_of(cell):
    rule = cell.Validation
    return {
        "type": rule.Type.value,
        "operator": rule.getOperator().value,
        "first": rule.getFormula1(),
        "second": rule.getFormula2(),
        "stops": rule.ErrorAlertStyle.value == "STOP" and rule.ShowErrorMessage,
    }


def look_at(sheet, address):
    cell = sheet.getCellRangeByName(address)
    return {
        "value": value_of(cell),
        "locked": cell.CellProtection.IsLocked,
        "rule": rule_of(cell),
        "conditions": len(cell.ConditionalFormat.ElementNames) if cell.ConditionalFormat is not None else 0,
        "hiddenColumn": not cell.Columns.getByIndex(0).IsVisible,
    }


def about(document):
    sheets = []
    for name in document.Sheets.ElementNames:
        sheet = document.Sheets.getByName(name)
        style = document.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
        title = sheet.getTitleRows()
        document.CurrentController.setActiveSheet(sheet)
        sheets.append(
            {
                "name": name,
                "protected": sheet.isProtected(),
                "visible": sheet.IsVisible,
                "landscape": style.IsLandscape,
                "width": style.Size.Width,
                "titleRow": title.StartRow if sheet.getPrintTitleRows() else None,
                "frozen": document.CurrentController.hasFrozenPanes(),
                "formatConditions": sheet.ConditionalFormats.getLength(),
            }
        )
    return sheets


def typed(document, desktop_context, change):
    """Types a text into a cell as a person does, so that the protection of the sheet counts."""
    sheet = document.Sheets.getByName(change["sheet"])
    document.CurrentController.setActiveSheet(sheet)
    document.CurrentController.select(sheet.getCellRangeByName(change["cell"]))
    manager = desktop_context.ServiceManager
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", desktop_context)
    content = (prop("StringName", change["typed"]),)
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:EnterString", "", 0, content)


def edit(document, context, change):
    if "typed" in change:
        typed(document, context, change)
        return
    cell = document.Sheets.getByName(change["sheet"]).getCellRangeByName(change["cell"])
    if "number" in change:
        cell.Value = change["number"]
    elif "text" in change:
        cell.String = change["text"]
    elif "formula" in change:
        cell.Formula = change["formula"]
    else:
        cell.Formula = ""


def run(desktop, context, job):
    hidden = (prop("Hidden", True),)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["open"]), "_blank", 0, hidden)
    try:
        report = {"sheets": about(document), "seen": []}
        for change in job.get("edits", []):
            edit(document, context, change)
        document.calculateAll()
        for wish in job.get("look", []):
            sheet = document.Sheets.getByName(wish["sheet"])
            report["seen"].append({"cell": wish["cell"], **look_at(sheet, wish["cell"])})
        for target in job.get("save", []):
            options = [prop("FilterName", target["filter"])]
            if target.get("options"):
                options.append(prop("FilterOptions", target["options"]))
            document.storeToURL(uno.systemPathToFileUrl(target["path"]), tuple(options))
        return report
    finally:
        document.close(True)


def main(jobs_path, report_path, profile):
    with open(jobs_path, encoding="utf-8") as file:
        jobs = json.load(file)
    pipe = f"palet-{os.getpid()}"
    command = [
        "soffice",
        f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        f"--accept=pipe,name={pipe};urp;",
    ]
    # A first start may only lay out its profile and end; then the next one stays.
    for _attempt in range(3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                context = connect(pipe, process)
                if context is None:
                    continue
                work(context, jobs, report_path)
                process.wait(20)
                return
            finally:
                if process.poll() is None:
                    process.kill()
    raise SystemExit("LibreOffice did not start")


def work(context, jobs, report_path):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    reports = [run(desktop, context, job) for job in jobs]
    with open(report_path, "w", encoding="utf-8") as file:
        json.dump(reports, file)
    try:
        desktop.terminate()
    except Exception:  # the connection goes with the office
        pass


main(*sys.argv[1:])
