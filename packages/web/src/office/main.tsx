import '../shared/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('office.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
