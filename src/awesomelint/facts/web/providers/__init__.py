"""What hosts say of their own things through an API: GitHub of repositories, arXiv of papers.

A provider answers for many links at once and tells what a page does not: that a repository is archived, what
a paper is called. Where one fails, its links are asked for like any other. Nothing here is loaded offline.
"""
