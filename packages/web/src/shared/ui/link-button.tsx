import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

type Props = Omit<ButtonProps, 'type'> & {
  /** The one thing to do next. (The router keeps a link's `type` to itself.) */
  prominent?: boolean
}

const ButtonOfLink = ({ prominent = false, ...props }: Props) => (
  <Button {...props} type={prominent ? 'primary' : 'default'} />
)

/** Looks like a button, is a link: can be opened in another tab. */
export const LinkButton = createLink(ButtonOfLink)
