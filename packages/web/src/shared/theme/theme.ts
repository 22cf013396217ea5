import type { ThemeConfig } from 'antd'

/**
 * Teal ink for what can be done, vermilion only for the brand and for alarm, warm paper underneath.
 * Every pair of text and background here reaches 4.5 : 1 (WCAG AA); antd's own warning, success and placeholder do not.
 */
export const theme: ThemeConfig = {
  cssVar: { prefix: 'cc', key: 'cc' },
  hashed: false,
  token: {
    colorPrimary: '#0f5e6e',
    colorInfo: '#0f5e6e',
    colorLink: '#0f5e6e',
    colorError: '#b92f26',
    colorSuccess: '#2f6b39',
    colorWarning: '#8a5200',
    colorPrimaryBg: '#e3f0f1',
    colorPrimaryBgHover: '#d3e7e9',
    colorPrimaryBorder: '#9cc6cb',
    colorInfoBg: '#e3f0f1',
    colorInfoBorder: '#9cc6cb',
    colorSuccessBg: '#e8f3e9',
    colorSuccessBorder: '#a9cfae',
    colorWarningBg: '#fdf3e0',
    colorWarningBorder: '#ecd2a0',
    colorErrorBg: '#fcebe9',
    colorErrorBorder: '#efb7b1',
    colorTextBase: '#1c2526',
    colorTextSecondary: '#465152',
    colorTextDescription: '#566263',
    colorTextPlaceholder: '#5f6a6b',
    colorTextDisabled: '#6b7576',
    colorBgLayout: '#f4f5f2',
    colorBorder: '#cfd4cf',
    colorBorderSecondary: '#e8e9e4',
    borderRadius: 6,
    borderRadiusLG: 10,
    fontSize: 14,
    controlHeight: 34,
    controlHeightLG: 42,
    lineWidthFocus: 2,
    wireframe: false,
    // Things appear at once: a slow office machine drops the end of a movement, and then its half-gone parts stay.
    motion: false,
    fontFamily:
      '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif',
    boxShadowTertiary: '0 1px 2px rgba(28,37,38,.04), 0 4px 16px -6px rgba(28,37,38,.08)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { labelColor: '#1c2526', labelHeight: 22, verticalLabelPadding: '0 0 6px' },
  },
}
