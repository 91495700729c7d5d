/**
 * Puts something on the page that only a printer sees while it prints, and takes it away afterwards.
 * @param kind goes into data-printing on the document: the styles of what is printed hang on it
 * @param rule the paper: only while printing, for other screens print on their own. A named page in a style file would
 * do the same, but makes the engine of older versions end.
 */
export async function onPaper<T>(
  kind: string,
  rule: string,
  sheets: HTMLElement,
  print: () => Promise<T>,
): Promise<T> {
  const paper = new CSSStyleSheet()
  paper.replaceSync(rule)
  try {
    document.body.append(sheets)
    document.documentElement.dataset['printing'] = kind
    document.adoptedStyleSheets.push(paper)
    return await print()
  } finally {
    delete document.documentElement.dataset['printing']
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== paper)
    sheets.remove()
  }
}
