/** The product's mark: a hall with an open gate. Decorative; the name stands beside it. */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#c8372d" />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6.5 13.2 16 7.5l9.5 5.7" />
        <path d="M8.5 13.5h15" />
        <path d="M10 14v9.5M22 14v9.5" />
        <path d="M13.5 23.5v-4a2.5 2.5 0 0 1 5 0v4" />
        <path d="M7.5 24h17" />
      </g>
    </svg>
  )
}
