import { Link } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type PathLinkProps = Omit<ComponentPropsWithRef<'a'>, 'href'> & { to: string };

/** A link to a path that is only known as text (navigation lists, addresses sent by the server). */
export function PathLink({ to, ...props }: PathLinkProps) {
  return <Link to={to as '/'} {...props} />;
}
