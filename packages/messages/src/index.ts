export { m } from './paraglide/messages.js'
export type { Locale } from './paraglide/runtime.js'
export { baseLocale, getLocale, isLocale, locales, overwriteGetLocale } from './paraglide/runtime.js'
