/** Brings the data of a programme from one version to the next. Works on plain JSON, never on today's types. */
export interface Migration {
  readonly from: number
  readonly to: number
  up(data: unknown): unknown
}
