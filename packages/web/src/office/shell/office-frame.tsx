import './frame.css'
import MenuOutlined from '@ant-design/icons/MenuOutlined'
import { m } from '@chuangcheng/messages'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLocale } from '../../shared/language/locale.ts'
import { useMay, useSession } from '../../shared/session/session.ts'
import { BrandMark } from '../../shared/ui/brand-mark.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { navigationFor } from './navigation.ts'
import { NavigationLink, NavigationList } from './navigation-list.tsx'
import { SearchBox } from './search-box.tsx'
import { UserMenu } from './user-menu.tsx'

/** Entries at the foot of a phone; the rest are under “more”. */
const FOOT_ENTRIES = 4

function Brand() {
  const city = useSession()?.city.name ?? ''
  return (
    <div className="brand">
      <BrandMark />
      <div>
        <div className="brand-name">{m['office.shell.brand']({ city })}</div>
        <div className="brand-line">{m['office.shell.brandLine']()}</div>
      </div>
    </div>
  )
}

/** What stands around every page: navigation, search, language, and who is signed in. */
export function OfficeFrame() {
  useLocale()
  const may = useMay()
  const hasOrganization = Boolean(useSession()?.user.organization)
  const groups = navigationFor({ may, hasOrganization })
  const everything = groups.flatMap((group) => group.items)
  const drawer = useRef<HTMLDialogElement>(null)
  const main = useFocusOnNewPage()
  const closeDrawer = () => drawer.current?.close()

  return (
    <div className="frame">
      <a className="skip-link visually-hidden" href="#main">
        {m['office.shell.skip']()}
      </a>
      <nav className="rail" aria-label={m['office.nav.label']()}>
        <Brand />
        <NavigationList groups={groups} />
      </nav>
      <header className="bar">
        <button
          type="button"
          className="icon-button bar-menu"
          aria-label={m['office.nav.open']()}
          onClick={() => drawer.current?.showModal()}
        >
          <MenuOutlined aria-hidden="true" />
        </button>
        <SearchBox />
        <div className="bar-end">
          <LanguageSwitch />
          <UserMenu />
        </div>
      </header>
      <main id="main" className="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <nav className="foot" aria-label={m['office.nav.short']()}>
        {everything.slice(0, FOOT_ENTRIES).map((item) => (
          <NavigationLink key={item.to} item={item} />
        ))}
        <button type="button" className="navigation-link" onClick={() => drawer.current?.showModal()}>
          <span className="navigation-icon" aria-hidden="true">
            <MenuOutlined />
          </span>
          <span>{m['office.nav.more']()}</span>
        </button>
      </nav>
      {/* A press on the dark area beside the drawer lands on the dialog itself. */}
      <dialog
        ref={drawer}
        className="drawer"
        aria-label={m['office.nav.label']()}
        onClick={(event) => event.target === drawer.current && closeDrawer()}
        onKeyDown={() => undefined}
      >
        <nav aria-label={m['office.nav.label']()}>
          <Brand />
          <NavigationList groups={groups} onGo={closeDrawer} />
        </nav>
        <div className="drawer-end">
          <LanguageSwitch />
          <button type="button" className="text-button" onClick={closeDrawer}>
            {m['office.nav.close']()}
          </button>
        </div>
      </dialog>
    </div>
  )
}

/** After a move to another page a screen reader starts at its beginning instead of on a link that is gone. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}
