/**
 * What a record is called: its name, or its code where a name would be that of a person. Null when it has neither.
 * Screens, the log and the store all ask it here, so that a trajectory is found and wiped by its code.
 */
export function calledOf(record: object | null | undefined): string | null {
  if (record === null || record === undefined) return null
  const called = 'name' in record ? record.name : 'code' in record ? record.code : null
  return typeof called === 'string' && called.trim() !== '' ? called : null
}
