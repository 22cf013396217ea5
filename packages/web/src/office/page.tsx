import { lazyRouteComponent } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLocale } from '../shared/language/locale.ts'

/**
 * A page that is loaded when somebody goes there, and drawn again when the language changes. Its state (half a form, the
 * place in a list) survives the switch.
 */
export function page<Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name) {
  const Lazy = lazyRouteComponent<Record<string, () => ReactNode>, string>(
    async () => ({ [name]: (await load())[name] }),
    name,
  )
  // biome-ignore lint/correctness/noComponentHookFactories: called once a route, when the router is made
  const Page = () => {
    useLocale()
    return <Lazy />
  }
  return Object.assign(Page, {
    preload: async () => {
      await Lazy.preload?.()
    },
  })
}
