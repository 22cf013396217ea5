/** The fields that differ from what the record says; a change carries nothing else, so that it overwrites nothing else. */
export function changesOf<Values extends object>(before: Values, after: Values): Partial<Values> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Values]),
  )
  // Entries of Values stay entries of Values.
  return Object.fromEntries(changed) as Partial<Values>
}

/** What somebody typed, without the space around it; nothing typed is null. */
export function textOrNull(typed: string | null | undefined): string | null {
  const text = typed?.trim() ?? ''
  return text === '' ? null : text
}

/** Today where the reader sits, as YYYY-MM-DD; `now` is an argument so that it can be tested. */
export function localToday(now: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
