#!/usr/bin/env bash
mkdir -p dist
