/** A text that the address says; “?text=110” arrives as a number. */
export const textSaid = (value: unknown): string | undefined => {
  const said = typeof value === 'number' ? String(value) : value
  return typeof said === 'string' && said !== '' ? said : undefined
}

/** One of the values that are known here; whatever else the address says is left out. */
export const oneSaid = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value)
