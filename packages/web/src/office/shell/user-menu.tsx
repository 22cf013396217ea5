import DownOutlined from '@ant-design/icons/DownOutlined'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { useSession } from '../../shared/session/session.ts'
import { useDismiss } from '../../shared/ui/use-dismiss.ts'

/** Who is signed in; opens to their sessions and the way out. */
export function UserMenu() {
  const session = useSession()
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const close = useCallback((byKey: boolean) => {
    setOpen(false)
    if (byKey) opener.current?.focus()
  }, [])
  useDismiss(box, open, close)

  const leave = async () => {
    setLeaving(true)
    // Signed out here even if the server cannot be told: the page forgets everything it knows.
    await call('signOut').catch(() => undefined)
    queries.clear()
    await navigate({ to: '/sign-in' })
  }

  if (!session) return null
  const { name, organization } = session.user
  return (
    <div className="user-menu" ref={box}>
      <button
        type="button"
        ref={opener}
        className="user-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="avatar" aria-hidden="true">
          {String.fromCodePoint(name.codePointAt(0) ?? 0x4eba)}
        </span>
        <span className="user-name">{organization ? `${organization.name} · ${name}` : name}</span>
        <span className="visually-hidden">{m['office.shell.userMenu']()}</span>
        <DownOutlined className="user-arrow" aria-hidden="true" />
      </button>
      {open && (
        <div className="user-panel sheet">
          <p className="user-who">
            <strong>{name}</strong>
            {organization && <span>{organization.name}</span>}
          </p>
          <ul>
            <li>
              <Link to="/my-sessions" onClick={() => setOpen(false)}>
                {m['office.shell.mySessions']()}
              </Link>
            </li>
            <li>
              <button type="button" disabled={leaving} onClick={() => void leave()}>
                {m['office.shell.signOut']()}
              </button>
            </li>
          </ul>
        </div>
      )}
    </div>
  )
}
