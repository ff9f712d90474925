import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Html<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P>;

/** A text link with typed `to`, `params` and `search`. */
export const TextLink = createLink((props: Html<AnchorProps>) => <Anchor underline="always" {...props} />);

/** A link that looks like a button: use it when the click leads to a page, and a Button when it does something. */
export const ButtonLink = createLink((props: Html<ButtonProps>) => <Button component="a" {...props} />);
