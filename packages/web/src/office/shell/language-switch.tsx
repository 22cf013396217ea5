import type { Locale } from '@chuangcheng/messages'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { switchLocale, useLocale } from '../../shared/language/locale.ts'
import { useSession } from '../../shared/session/session.ts'

/** Each language by its own name, so that nobody has to read the other one. */
const NAMES: readonly (readonly [Locale, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
]

/** Switches the language on the screen, remembers it here and, for whoever is signed in, in the profile. */
export function LanguageSwitch() {
  const locale = useLocale()
  const queries = useQueryClient()
  const signedIn = useSession() !== null
  const choose = (next: Locale) => {
    switchLocale(next)
    // Names of roles, kinds and findings come from the server in the reader's language.
    void queries.invalidateQueries()
    // The screen has switched already; a profile that cannot be saved now is no reason to disturb.
    if (signedIn) call('changeMyLocale', { body: { locale: next } }).catch(() => undefined)
  }
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{m['office.shell.language']()}</legend>
      {NAMES.map(([name, label]) => (
        <button
          key={name}
          type="button"
          lang={name}
          aria-pressed={locale === name}
          onClick={() => choose(name)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
