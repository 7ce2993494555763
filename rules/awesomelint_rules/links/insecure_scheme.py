"""LNK024 insecure-scheme."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.forms import insecure_links
from awesomelint_rules.links.shapes import about_form


class InsecureScheme(FileRule):
    """A link in `http://` to a site that the rest of the world reaches by `https://`.

    ## What it does

    Where at least 90 % of a list's links are in `https://`, it reports those in `http://` to well-known sites that have no other pages
    than secure ones, and to sites that the list itself links by `https://` elsewhere. Of other sites nobody can tell offline whether they speak
    https, so they are left alone.

    ## Why is this bad?

    The first request goes over the wire unprotected, and the same page has two addresses.

    ## Example

    ```bad
    - [pandas](https://github.com/pandas-dev/pandas)
    - [NumPy](https://github.com/numpy/numpy)
    - [SciPy](https://github.com/scipy/scipy)
    - [Polars](https://github.com/pola-rs/polars)
    - [Dask](https://github.com/dask/dask)
    - [xarray](https://github.com/pydata/xarray)
    - [Numba](https://github.com/numba/numba)
    - [SymPy](https://github.com/sympy/sympy)
    - [CuPy](https://github.com/cupy/cupy)
    - [JAX](http://github.com/jax-ml/jax)
    ```

    Use instead:

    ```good
    - [pandas](https://github.com/pandas-dev/pandas)
    - [NumPy](https://github.com/numpy/numpy)
    - [SciPy](https://github.com/scipy/scipy)
    - [Polars](https://github.com/pola-rs/polars)
    - [Dask](https://github.com/dask/dask)
    - [xarray](https://github.com/pydata/xarray)
    - [Numba](https://github.com/numba/numba)
    - [SymPy](https://github.com/sympy/sympy)
    - [CuPy](https://github.com/cupy/cupy)
    - [JAX](https://github.com/jax-ml/jax)
    ```

    ## Fix safety

    The fix writes `https`. It is safe at the well-known sites, which lead there anyway, and unsafe elsewhere.

    ## References

    - [RFC 6797: HTTP strict transport security](https://www.rfc-editor.org/rfc/rfc6797)
    """

    code = "LNK024"
    name = "insecure-scheme"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every insecure link that could be a secure one."""
        for link, written, habit, is_safe in insecure_links(document):
            yield about_form(self, document, link, written, habit, is_safe=is_safe)
