import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const SERVER = 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    {
      // The server answers `/` and every page path with office.html; the development server has to be told.
      name: 'office-is-the-front-page',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const path = (request.url ?? '/').split('?')[0] ?? '/'
          const isPage = request.headers.accept?.includes('text/html') && !path.startsWith('/api/')
          if (isPage && !path.endsWith('.html')) request.url = '/office.html'
          next()
        })
      },
    },
  ],
  resolve: { conditions: ['@chuangcheng/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', proxy: { '/api': SERVER } },
  build: {
    target: 'es2022',
    // maplibre is one file of 1 MB that only map pages load.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { office: resolve(import.meta.dirname, 'office.html') } },
  },
})
