import { m } from '@chuangcheng/messages'
import { formatCount } from '../language/format.ts'

const KILOMETER = 1000

/** “350 米”, “2.4 公里” */
export const distanceWords = (meters: number): string =>
  meters < KILOMETER
    ? m['office.distance.meters']({ count: formatCount(Math.round(meters)) })
    : m['office.distance.kilometers']({ count: formatCount(Math.round(meters / 100) / 10) })
