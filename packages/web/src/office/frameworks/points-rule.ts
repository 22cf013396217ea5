import { hasFourDecimals } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'

/** A form's rule: points are exact, so what cannot be kept is refused instead of rounded. */
export const fourDecimals = () => ({
  validator: (_: unknown, points: unknown) =>
    typeof points !== 'number' || hasFourDecimals(points)
      ? Promise.resolve()
      : Promise.reject(new Error(m['office.frameworks.fourDecimals']())),
})
