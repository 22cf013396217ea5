import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** Looks like a button, is a link: can be opened in another tab. */
export const LinkButton = createLink(Button)
