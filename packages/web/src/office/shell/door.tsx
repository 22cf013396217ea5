import './door.css'
import './frame.css'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { BrandMark } from '../../shared/ui/brand-mark.tsx'
import { LanguageSwitch } from './language-switch.tsx'

type Props = { city?: string | undefined; wide?: boolean; children: ReactNode }

/** What stands around the pages before sign-in: the name of the house and the choice of language. */
export function Door({ city, wide = false, children }: Props) {
  return (
    <div className="door">
      <header className="door-head">
        <div className="brand">
          <BrandMark />
          <div>
            <div className="brand-name">{m['office.shell.brand']({ city: city ?? '' })}</div>
            <div className="brand-line">{m['office.shell.brandLine']()}</div>
          </div>
        </div>
        <LanguageSwitch />
      </header>
      <main className="door-body">
        <div className={wide ? 'door-card door-card-wide sheet' : 'door-card sheet'}>{children}</div>
      </main>
      <Skyline />
    </div>
  )
}

/** A quiet row of roofs at the foot of the page; only decoration. */
function Skyline() {
  return (
    <svg
      className="door-scene"
      viewBox="0 0 1440 120"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path
        fill="#e9ece7"
        d="M0 120V78h70V56h64v30h58V40h48v38h90V62l46-16 46 16v24h84V34h56v44h72V60h110v18h48V28h40v-8h18v8h40v50h96V58l52-18 52 18v26h70V46h60v34h92V66h76v20H1440v34z"
      />
      <path
        fill="#dfe4de"
        d="M0 120V98h130l10-8V80h78v10l10 8h150V84h40v14h70l16-10V76l70-14 70 14v12l16 10h140V82h54v16h120l10-8V82h70v8l10 8h106V86h44v12H1440v22z"
      />
    </svg>
  )
}
