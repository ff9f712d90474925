import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Spring green: the one accent. Shade 7 on white has a contrast of 6.3, shade 7 on shade 0 of 5.8. */
const khoi: MantineColorsTuple = ['#eef7f5', '#d8ebe7', '#b1d8d0', '#85c2b7', '#5bab9e', '#3a9587', '#1f8073', '#0f6a60', '#0a564e', '#06403a'];
const gray: MantineColorsTuple = ['#f5f8f7', '#ebf0ee', '#dde4e2', '#c9d3d0', '#a3b0ad', '#7a8986', '#586663', '#43504d', '#2b3634', '#16211f'];
const red: MantineColorsTuple = ['#fdf1f0', '#fadedb', '#f3b8b2', '#e98f86', '#dc675c', '#cc4638', '#b3261e', '#971f18', '#7a1812', '#5c110d'];
const amber: MantineColorsTuple = ['#fdf6e8', '#f9e8c8', '#f1d194', '#e6b65c', '#d99a2c', '#bf7a0c', '#9a5b00', '#804b00', '#663b00', '#4a2b00'];
const blue: MantineColorsTuple = ['#eff5fb', '#dae8f5', '#b4d0ea', '#88b4dc', '#5d97cc', '#3a7dba', '#22689f', '#175385', '#11416a', '#0b2f4e'];

/** Mantine theme: 16 px body, generous targets (44 px), small radius, no upper-casing anywhere. */
export const theme = createTheme({
  primaryColor: 'khoi',
  primaryShade: 7,
  colors: { khoi, gray, red, amber, blue },
  black: '#16211f',
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.6', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'clamp(1.5rem, 1.3rem + 0.9vw, 1.875rem)', lineHeight: '1.3' },
      h2: { fontSize: 'clamp(1.25rem, 1.18rem + 0.3vw, 1.375rem)', lineHeight: '1.4' },
      h3: { fontSize: '1.125rem', lineHeight: '1.5' },
      h4: { fontSize: '1rem', lineHeight: '1.6' },
    },
  },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // Plain objects instead of `Component.extend`: importing the components here would put all of them into the entry.
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } } },
    Accordion: { defaultProps: { variant: 'contained' } },
  },
});
