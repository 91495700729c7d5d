/** The one family of a report, and the files in `resources/fonts` that carry it. */
export const REPORT_FONT = 'Source Sans 3'

export const fontFiles = {
  normal: 'SourceSans3-Regular.ttf',
  bold: 'SourceSans3-SemiBold.ttf',
  italics: 'SourceSans3-Italic.ttf',
  bolditalics: 'SourceSans3-Bold.ttf',
} as const

export type FontFile = (typeof fontFiles)[keyof typeof fontFiles]
/** The bytes of all four files, read by whoever runs the report: a worker by fetch, Node from disk. */
export type FontBytes = Readonly<Record<FontFile, Uint8Array>>
