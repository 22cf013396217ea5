import { InputNumber } from 'antd'

type CountProps = {
  name: string
  value: number | null
  /** What an empty field means. */
  empty?: string
  onChange: (value: number | null) => void
}

/** A whole number in a row whose head stands above it. */
export function CountInput({ name, value, empty = '', onChange }: CountProps) {
  return (
    <InputNumber<number>
      className="scale-number"
      controls={false}
      aria-label={name}
      min={0}
      precision={0}
      placeholder={empty}
      value={value}
      onChange={onChange}
    />
  )
}

type ShareProps = { name: string; value: number; onChange: (share: number) => void }

/** A share is kept as 0–1 with four decimals and typed as percent with two. */
export function ShareInput({ name, value, onChange }: ShareProps) {
  return (
    <InputNumber<number>
      className="scale-number"
      controls={false}
      aria-label={name}
      min={0}
      max={100}
      precision={2}
      formatter={(shown) => (shown === undefined ? '' : String(Number(shown)))}
      suffix="%"
      value={Math.round(value * 10_000) / 100}
      onChange={(percent) => onChange(Math.round((percent ?? 0) * 100) / 10_000)}
    />
  )
}
