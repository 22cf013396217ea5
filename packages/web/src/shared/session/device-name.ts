import { m } from '@chuangcheng/messages'

const KNOWN_BROWSERS = [
  [/Edg\//, 'Edge'],
  [/MicroMessenger/, '微信 WeChat'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const KNOWN_SYSTEMS = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** “Chrome · Windows” out of a browser's long name for itself. */
export function deviceName(userAgent: string): string {
  const names = [KNOWN_BROWSERS, KNOWN_SYSTEMS].map(
    (known) => known.find(([sign]) => sign.test(userAgent))?.[1],
  )
  return names.filter(Boolean).join(' · ') || m['office.sessions.unknownDevice']()
}
